import type { ChildProcess } from 'node:child_process'
import type { API } from 'typescript/unstable/sync'

/** Ends the compiler's process: killed rather than asked to go, it says a last word on our stderr otherwise. The field is its own. */
export function endCompiler(api: API): void {
  const { channel }: { channel?: { child?: ChildProcess } } = api['client']
  channel?.child?.kill('SIGKILL')
  api.close()
}
