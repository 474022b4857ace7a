import { gauge, type Log, setMeasured } from '@mallhive/process-kit/telemetry'
import type { Bus } from './bus.ts'

const waiting = 'queue_messages'
const dead = 'dead_letters'
gauge(waiting, 'Messages that wait in a consumer’s queue or are being handled', ['consumer'])
gauge(dead, 'Messages in a consumer’s dead-letter queue', ['consumer'])

const everyMs = 15_000

/** Measures a consumer’s queue and its dead-letter queue until it is disposed of. */
export function startMeasuring(
  bus: Pick<Bus, 'depth'>,
  queue: string,
  consumer: string,
  log: Log,
): Disposable {
  const messagesOf = async (url: string) => {
    const { visible, hidden } = await bus.depth(url)
    return visible + hidden
  }
  const measure = async () => {
    await setMeasured(waiting, { consumer }, () => messagesOf(queue), log)
    await setMeasured(dead, { consumer }, () => messagesOf(`${queue}-dlq`), log)
  }
  void measure()
  const timer = setInterval(() => void measure(), everyMs)
  return { [Symbol.dispose]: () => clearInterval(timer) }
}
