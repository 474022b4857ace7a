import type { BffTransport } from '@mallhive/mfe-kit/bff-transport'
import { untilAborted } from '@mallhive/mfe-kit/host/until-aborted'
import { BffError } from '@mallhive/mfe-kit/trpc/bff-calls'
import type { Sandbox } from '@mallhive/sandbox/program'
import type { HostMessage } from './host-messages.ts'
import { nextTurn } from './open-marks.ts'

type Answer = Extract<HostMessage, { t: 'answer' }>

export interface Calls {
  transport: (loader: string, releases: BffTransport['releases'], signal: AbortSignal) => BffTransport
  answered: (answer: Answer, body: Buffer) => void
}

/** Has the host make the calls of a page's loaders, as the shopper whom it knows. */
export function openCalls(
  id: number,
  send: Sandbox['send'],
  bind: <A extends unknown[]>(callback: (...args: A) => unknown) => (...args: A) => unknown,
): Calls {
  const waiting = new Map<number, (answer: Answer, body: Buffer) => unknown>()
  let last = 0

  function ask(head: object, input: unknown): Promise<unknown> {
    const n = ++last
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    waiting.set(
      n,
      bind(({ error }: Answer, body: Buffer) => {
        if (error) reject(new BffError(error.message, { data: error.data }))
        else resolve(body.length > 0 ? JSON.parse(body.toString()) : undefined)
      }),
    )
    const json: string | undefined = JSON.stringify(input)
    // Each loader begins in a turn of its own.
    send({ t: 'call', id, n, ...head }, json === undefined ? undefined : Buffer.from(json), true)
    return promise
  }

  return {
    transport: (loader, releases, signal) => ({
      releases,
      call: (mfe, type, path, input) => untilAborted(ask({ loader, mfe, type, path }, input), signal),
    }),
    answered(answer, body) {
      const receive = waiting.get(answer.n)
      waiting.delete(answer.n)
      // Several answers may arrive at once: what follows the first one must not run under the mark of the second.
      if (receive) nextTurn(() => receive(answer, body))
    },
  }
}
