import { devBuild } from '@mallhive/mfe-kit/release'
import { z } from 'zod'
import { jsonOf, parseDescriptor } from './descriptor.ts'
import type { Descriptor } from './descriptor.ts'
import { ReleaseError } from './release-error.ts'

const timeoutMs = 2000

/**
 * Returns the descriptor, unsigned, of the latest build of a dev server on this machine. See
 * docs/contracts/dev-server.md.
 * @throws ReleaseError UNREACHABLE; INVALID when the build belongs to another team or another port
 */
export async function announcedRelease(name: string, port: number): Promise<Descriptor> {
  const where = `http://localhost:${port}`
  const bytes = await readDevFile(port, 'release.json')
  if (!bytes) throw new ReleaseError('INVALID', `${where} offers no release yet`)
  const json = Buffer.from(bytes).toString()
  const said = z.object({ name: z.string(), version: z.string() }).safeParse(jsonOf(json, where))
  if (said.data?.name !== name)
    throw new ReleaseError('INVALID', `${where} serves ${said.data?.name ?? 'something else'}, not ${name}`)
  if (devBuild(said.data.version)?.port !== port)
    throw new ReleaseError('INVALID', `${where} describes version ${said.data.version}`)
  return parseDescriptor(json, name, said.data.version)
}

/** Returns one file of a dev server, undefined when it has no such file. @throws ReleaseError UNREACHABLE */
export async function readDevFile(port: number, path: string): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/${path}`, {
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined
  } catch (cause) {
    throw new ReleaseError('UNREACHABLE', `nothing answers at http://localhost:${port}`, { cause })
  }
}
