import type { DomainError } from '@mallhive/service-kit/errors'
import { domainError } from './reasons.ts'

/** The libuv pool has four threads. Token signatures and database log-ins need the other two. */
const atOnce = 2
const waitingInAll = 32
const waitingPerAddress = 2

interface Caller {
  /** The client's IP address; empty when the caller does not know it. */
  address: string
  /** Aborted when the caller cancels or its deadline passes. */
  signal: AbortSignal
}

interface Waiting {
  address: string
  begin: () => void
}

export interface PasswordTurns {
  /**
   * Runs work that hashes a password when one of two turns is free. A call that is aborted while it waits is never run.
   * @throws DomainError PASSWORDS_BUSY when 32 calls wait, or two of this address; the reason of an aborted signal
   */
  run<T>(caller: Caller, work: () => Promise<T>): Promise<T>
}

/** Opens the queue for password hashes. One scrypt takes 32 MiB and a thread of the process for tens of milliseconds. */
export function openPasswordTurns(): PasswordTurns {
  const waiting: Waiting[] = []
  let running = 0

  function release(): void {
    const next = waiting.shift()
    if (next) next.begin()
    else running--
  }

  async function turn({ address, signal }: Caller): Promise<void> {
    signal.throwIfAborted()
    if (running < atOnce) {
      running++
      return
    }
    const own = address === '' ? [] : waiting.filter((one) => one.address === address)
    if (waiting.length >= waitingInAll || own.length >= waitingPerAddress) throw busy()
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const entry = { address, begin: resolve }
    const leave = () => {
      const at = waiting.indexOf(entry)
      if (at === -1) return
      waiting.splice(at, 1)
      reject(signal.reason)
    }
    waiting.push(entry)
    signal.addEventListener('abort', leave, { once: true })
    await promise.finally(() => signal.removeEventListener('abort', leave))
  }

  return {
    async run(caller, work) {
      await turn(caller)
      try {
        return await work()
      } finally {
        release()
      }
    },
  }
}

const busy = (): DomainError =>
  domainError('PASSWORDS_BUSY', 'too many passwords are being checked; try again in a few seconds')
