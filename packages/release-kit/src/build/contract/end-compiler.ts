import type { ChildProcess } from 'node:child_process'
import type { API } from 'typescript/unstable/sync'

/**
 * Kills the compiler's process: on a regular exit it prints a message to our stderr. The process is only in an internal
 * field.
 */
export function endCompiler(api: API): void {
  const { channel }: { channel?: { child?: ChildProcess } } = api['client']
  channel?.child?.kill('SIGKILL')
  api.close()
}
