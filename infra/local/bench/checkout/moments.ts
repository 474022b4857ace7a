import type { Card } from './shopper.ts'
import type { App, Stage } from './stage.ts'
import type { Passing } from './wire.ts'

/** A point of a checkout at which its process is killed, and a card whose checkout reaches that point. */
export type Moment = { name: string; card: Card; arm(app: App): void; disarm(): void }

export const moments = (stage: Stage): Moment[] => [...aroundCalls(), ...onTheWire(stage)]

/** Returns the moments right before and right after each call of the state machine to another service. */
function aroundCalls(): Moment[] {
  const calls: [string, Card][] = [
    ['reserve', 'good'],
    ['authorise', 'good'],
    ['commit', 'good'],
    ['capture', 'good'],
    ['void', 'stuck'],
    ['release', 'declined'],
  ]
  return calls.flatMap(([verb, card]) =>
    ['before', 'after'].map((when) => {
      const name = `${when} ${verb}`
      return { name, card, arm: (app: App) => app.dieAt(name), disarm: () => {} }
    }),
  )
}

/** Returns the moments before a request arrives, and after its effect but before its answer. */
function onTheWire(stage: Stage): Moment[] {
  const posts = (end: string) => (passing: Passing) => passing.method === 'POST' && passing.path.endsWith(end)
  const publishes = ({ body }: Passing) =>
    body.includes('PublishBatch') && body.includes('mallhive-orders-events')
  const requests: [string, Card, 'cards' | 'bus', (passing: Passing) => boolean][] = [
    ['the card network authorises', 'good', 'cards', posts('/payments')],
    ['the card network captures', 'good', 'cards', posts('/capture')],
    ['the card network voids', 'stuck', 'cards', posts('/void')],
    ['the order is published', 'good', 'bus', publishes],
    ['the failure is published', 'declined', 'bus', publishes],
  ]
  return requests.flatMap(([what, card, wire, isMeant]) =>
    (['before', 'after'] as const).map((when) => {
      const { tap } = stage[wire]
      const usual = tap[when]
      return {
        name: `${when} ${what}`,
        card,
        arm: (app: App) => {
          tap[when] = (passing) => {
            if (!isMeant(passing)) return usual?.(passing)
            app.kill()
            return 'lost'
          }
        },
        disarm: () => {
          tap[when] = usual
        },
      }
    }),
  )
}
