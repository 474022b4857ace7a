import type { MallHost } from '@mallhive/mfe-kit/host/create-host'
import type { ShellProcess } from './shell-process.ts'

export const warmUpPath = '/_mall/warm-up'

/** Renders one page, which creates the federation host. The page is a 404, because no release is live yet. */
export async function warmUp(origin: string, shell: ShellProcess): Promise<MallHost> {
  const response = await fetch(origin + warmUpPath, { signal: AbortSignal.timeout(20_000) })
  await response.text()
  if (!shell.host) throw new Error(`The first page did not render (${response.status})`)
  return shell.host
}
