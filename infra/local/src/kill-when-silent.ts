import { appendFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Times that a part is asked before it counts as silent. */
const asks = 10

type Killable = { logFile: string; running(): boolean; kill(): Promise<void> }

/** Kills a part that gives no answer for `silentForMs`, so that the supervisor restarts it, and notes why in the part's log. */
export async function killWhenSilent(
  part: Killable,
  answers: () => Promise<boolean>,
  silentForMs: number,
): Promise<void> {
  let answeredAt = performance.now()
  while (part.running()) {
    const leftMs = answeredAt + silentForMs - performance.now()
    if (leftMs <= 0) {
      appendFileSync(part.logFile, `no answer for ${silentForMs / 1000} s: killed, to be restarted\n`)
      return part.kill()
    }
    const late = new AbortController()
    const answered = await Promise.race([
      answers().catch(() => false),
      sleep(leftMs, false, { signal: late.signal, ref: false }).catch(() => false),
    ])
    late.abort()
    if (answered) answeredAt = performance.now()
    await sleep(silentForMs / asks, undefined, { ref: false })
  }
}
