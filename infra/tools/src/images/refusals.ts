import type { Pipeline } from './pipeline.ts'
import { getManifest, type Manifest, manifestsOf } from './registry.ts'

/**
 * Tries to pass images that have no signature as they are. Returns those that are not refused for the reason that they should be.
 * @param signed the reference of an image that is signed by the keys of `pipeline`
 */
export async function notRefused(pipeline: Pipeline, signed: string, foreign: Pipeline): Promise<string[]> {
  const [repository = '', digest = ''] = signed.split('@')
  const manifests = manifestsOf(repository)
  const altered = await putManifest(manifests, await alter(manifests, digest))
  const tagOf = (each: string) => `${each.replace(':', '-')}.sig`
  const unsigned = await pipeline.run('push-image.sh', ['service'], {
    REGISTRY: `${repository.split('/')[0]}/unsigned`,
  })
  const verify = (image: string) => pipeline.run('verify-image.sh', [image])
  const tries: Record<string, { verify: () => Promise<unknown>; reason: string }> = {
    'an unsigned image': { verify: () => verify(unsigned), reason: 'no signatures found' },
    'an altered image': { verify: () => verify(`${repository}@${altered}`), reason: 'no signatures found' },
    'an altered image with the signature of the original': {
      async verify() {
        await putManifest(manifests, await getManifest(manifests, tagOf(digest)), tagOf(altered))
        await verify(`${repository}@${altered}`)
      },
      reason: 'invalid or missing digest in claim',
    },
    'an image that is named by a tag': {
      verify: () => verify(`${repository}:latest`),
      reason: 'has no digest',
    },
    'an image that is signed by another key': {
      async verify() {
        await foreign.run('sign-image.sh', ['service', unsigned])
        await verify(unsigned)
      },
      reason: 'invalid signature',
    },
  }
  const wrong: string[] = []
  for (const [what, { verify: attempt, reason }] of Object.entries(tries)) {
    const refusal = await attempt().then(() => 'it is admitted', stderrOf)
    if (!refusal.includes(reason)) wrong.push(`${what}: ${refusal}`)
  }
  return wrong
}

const stderrOf = (error: { stderr?: string; message: string }): string => error.stderr ?? error.message

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
