import { explain, log } from './server/log.ts'
import { shellProcess } from './server/shell-process.ts'

/** Next calls this for every error while rendering. Next prints the error; this logs the remote and release that threw. */
export function onRequestError(error: unknown): void {
  const scope = shellProcess().requests.getStore()
  const remotes = [...(scope?.unfinished ?? [])].map((name) => {
    const mfe = name.split('/')[0] ?? ''
    return `${name} of ${mfe}@${scope?.releases[mfe]?.version}`
  })
  log('error', 'rendering failed', { url: scope?.url.pathname, remotes, why: explain(error) })
}
