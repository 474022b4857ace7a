import type { Pipeline } from './pipeline.ts'

/**
 * Tries to pass images that nobody signed as they are. Returns those that verification admits.
 * @param signed the reference of an image that is signed by the keys of `pipeline`
 */
export async function admittedWrongly(
  pipeline: Pipeline,
  signed: string,
  foreign: Pipeline,
): Promise<string[]> {
  const [repository = '', digest = ''] = signed.split('@')
  const manifests = `http://${repository.replace('/', '/v2/')}/manifests`
  const altered = await putManifest(manifests, await alter(manifests, digest))
  const tagOf = (each: string, kind: string) => `${each.replace(':', '-')}.${kind}`
  const unsigned = await pipeline.run('push-image.sh', ['base'], {
    REGISTRY: `${repository.split('/')[0]}/unsigned`,
  })
  const tries: Record<string, () => Promise<unknown>> = {
    'an unsigned image': () => pipeline.run('verify-image.sh', [unsigned]),
    'an altered image': () => pipeline.run('verify-image.sh', [`${repository}@${altered}`]),
    'an altered image with the signature of the original': async () => {
      for (const kind of ['sig', 'att'])
        await putManifest(manifests, await getManifest(manifests, tagOf(digest, kind)), tagOf(altered, kind))
      await pipeline.run('verify-image.sh', [`${repository}@${altered}`])
    },
    'an image that is named by a tag': () => pipeline.run('verify-image.sh', [`${repository}:latest`]),
    'an image that is signed by another key': async () => {
      await foreign.run('sign-image.sh', ['base', unsigned])
      await pipeline.run('verify-image.sh', [unsigned])
    },
  }
  const admitted: string[] = []
  for (const [what, verify] of Object.entries(tries)) {
    const isRefused = await verify().then(
      () => false,
      () => true,
    )
    if (!isRefused) admitted.push(what)
  }
  return admitted
}

type Manifest = { type: string; body: string }

async function getManifest(manifests: string, name: string): Promise<Manifest> {
  const kinds = ['docker.distribution.manifest.v2', 'oci.image.manifest.v1']
  const accept = kinds.map((kind) => `application/vnd.${kind}+json`).join()
  const answer = await fetch(`${manifests}/${name}`, { headers: { accept } })
  if (!answer.ok) throw new Error(`the registry answers ${answer.status} for ${name}`)
  return { type: answer.headers.get('content-type') ?? '', body: await answer.text() }
}

async function putManifest(manifests: string, { type, body }: Manifest, name = 'altered'): Promise<string> {
  const answer = await fetch(`${manifests}/${name}`, {
    method: 'PUT',
    headers: { 'content-type': type },
    body,
  })
  if (!answer.ok) throw new Error(`the registry answers ${answer.status} to ${name}: ${await answer.text()}`)
  return answer.headers.get('docker-content-digest') ?? ''
}

/** The same image with one layer less. */
async function alter(manifests: string, digest: string): Promise<Manifest> {
  const { type, body } = await getManifest(manifests, digest)
  const manifest: { layers: unknown[] } = JSON.parse(body)
  return { type, body: JSON.stringify({ ...manifest, layers: manifest.layers.slice(0, -1) }) }
}
