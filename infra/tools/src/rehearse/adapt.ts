import { registry as productionRegistry } from '../../../environments.ts'

export type Here = {
  url: string
  registry: string
  publicKey: string
  prometheus: string
  digests: Record<string, string>
}

/** Returns a file of the repository with the addresses, keys and durations of the rehearsal in place of production's. */
export function adapted(text: string, { url, registry, publicKey, prometheus, digests }: Here): string {
  return withDigests(
    text
      .replaceAll('https://github.com/mallhive/mallhive.git', url)
      .replaceAll(productionRegistry, registry)
      .replaceAll(/http:\/\/prometheus\.[a-z]+:9090/g, prometheus)
      .replaceAll(/(interval: )1m$/gm, (_, key: string) => `${key}2s`)
      .replaceAll(/(duration: )2m$/gm, (_, key: string) => `${key}20s`)
      .replaceAll(/^( *)kms: .*/gm, (_, indent: string) =>
        [
          `${indent}data: |-`,
          ...publicKey
            .trim()
            .split('\n')
            .map((line) => `${indent}  ${line}`),
        ].join('\n'),
      ),
    digests,
  )
}

/** Returns a list of images with other digests. */
export function withDigests(text: string, digests: Partial<Record<string, string>>): string {
  return Object.entries(digests).reduce(
    (list, [role, digest]) =>
      list.replace(new RegExp(`(newName: \\S+/mallhive/${role}\\n +digest: )\\S+`), `$1${digest}`),
    text,
  )
}
