import { explain, log } from './server/log.ts'

/** Next calls this for every error while it renders a staff page. */
export function onRequestError(error: unknown): void {
  log('error', 'rendering a staff page failed', { why: explain(error) })
}
