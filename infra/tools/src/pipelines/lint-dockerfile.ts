/** SageMaker mounts folders that only root may write to. Its jobs have no network. */
const asRoot = /\.evaluation$/

/** Returns what a Dockerfile breaks of the rules of infra/docker: nothing but what a build stages, on our base, as a user without rights. */
export function lintDockerfile(file: string, text: string): string[] {
  const of = (word: string) =>
    [...text.matchAll(new RegExp(`^${word} +(.+)$`, 'gm'))].map(([, what = '']) => what)
  const isBase = file.endsWith('.base')
  return [
    ...of('FROM')
      .filter((it) => it !== (isBase ? 'scratch' : '${BASE}'))
      .map((it) => `is built on ${it}`),
    ...of('USER')
      .filter((it) => it !== '65532:65532' && !(it === '0:0' && asRoot.test(file)))
      .map((it) => `runs as ${it}`),
    ...(isBase && of('USER').length === 0 ? ['runs as root'] : []),
    ...of('(?:COPY|ADD)')
      .filter((it) => !/^(\. \S+|root \/)$/.test(it))
      .map((it) => `copies ${it}`),
  ].map((what) => `${file}: ${what}`)
}
