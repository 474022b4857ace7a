import { callOfAnswer } from '../../calls/loader-calls.ts'
import type { RememberedAnswer } from '@mallhive/process-kit/public-answers'
import type { RequestScope } from '../request-scope.ts'
import { shellProcess } from '../shell-process.ts'

const mostMs = 5000

/**
 * Asks anew for those answers of a kept document whose time is nearly over. While they stay the same, the document is sent again
 * without being rendered anew, and no visitor waits for them.
 */
export function renewAnswers(
  { calls, traceparent }: Pick<RequestScope, 'calls' | 'traceparent'>,
  answers: ReadonlyMap<string, RememberedAnswer>,
): void {
  for (const [key, answer] of answers) {
    if (!shellProcess().answers.isDue(answer)) continue
    const { mfe, path, input } = callOfAnswer(key)
    // A failure leaves the answer as it is, until its time is over.
    calls({ signal: AbortSignal.timeout(mostMs), traceparent })(mfe, 'query', path, input).catch(() => {})
  }
}
