import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

import { CheckoutState } from '@mallhive/contracts/orders'

import { openBooks, until } from './checkout/books.ts'
import { type Card, cardTokens, fillIn, ordersOf, place, stockUp } from './checkout/shopper.ts'
import { skus } from './checkout/shelf.ts'
import { type App, openStage } from './checkout/stage.ts'
import type { Passing } from './checkout/wire.ts'

// kill -9 of the checkout's process: right before and after each call of the machine, on the wire to the card network and
// to the bus, and at random moments under load. A second process takes over each time. Afterwards every checkout is one
// order with one capture, announced, or cleanly failed with its stock released.
//   KILLS=100 random kills; MUTANT=random-key makes every capture a new one, to see that the books would tell.
const kills = Number(process.env['KILLS'] ?? 100)
const shoppers = Number(process.env['SHOPPERS'] ?? 12)

await using stage = await openStage({
  CHECKOUT_LEASE_MS: '2500',
  CHECKOUT_CALL_MS: '1800',
  PROVIDER_TIMEOUT_MS: '1200',
  CHECKOUT_EXPIRY_MS: '5000',
  CHECKOUT_ANSWER_MS: '2000',
})
await using books = await openBooks(stage)
const tokens = await cardTokens(stage)
let active = await stage.startApp()
let standby = standBy()
stage.front(active)
await stockUp(stage, active, 500_000)
const wrong: string[] = []
let killed = 0

if (process.env['MUTANT'] === 'random-key') {
  stage.cards.tap.before = ({ path, headers }) => {
    if (path.endsWith('/capture')) headers['idempotency-key'] = randomUUID()
  }
}

for (const moment of moments()) {
  const doomed = active
  const ready = await fillIn(stage, doomed, lines(), tokens[moment.card])
  moment.arm(doomed)
  const answer = place(doomed, ready).catch(() => undefined)
  const died = await Promise.race([doomed.gone.then(() => true), delay(30_000, false)])
  if (!died) wrong.push(`${moment.name}: this moment never came`)
  moment.disarm()
  doomed.kill()
  await doomed.gone
  await Promise.all([answer, takeOver()])
  killed++
  await until(`at rest after a kill ${moment.name}`, () => books.resting(ready.id), 30_000)
  console.error(`killed ${moment.name}`)
}

const closed = new AbortController()
const crowd = Array.from({ length: shoppers }, shop)
for (let kill = 0; kill < kills; kill++) {
  await delay(100 + Math.random() * 600)
  active.kill()
  await active.gone
  await takeOver()
  killed++
  if ((kill + 1) % 10 === 0) console.error(`${kill + 1} of ${kills} random kills`)
}
closed.abort()
await Promise.all(crowd)
await until('at rest', () => books.resting(), 120_000)
await delay(1_500)

const { checkouts, orders, found } = await books.violations()
const violations = [...found, ...wrong]
for (const violation of violations.slice(0, 20)) console.error(violation)
console.log(JSON.stringify({ kills: killed, checkouts, orders, violations: violations.length }))
active.kill()
;(await standby).kill()

/** The process that stood by is the one that shoppers reach now, and another one stands by. */
async function takeOver(): Promise<void> {
  active = await standby
  stage.front(active)
  standby = standBy()
}

function standBy(): Promise<App> {
  const app = stage.startApp()
  // Awaited when it is needed; until then its failure must not hide another one.
  app.catch(() => {})
  return app
}

function lines() {
  return Array.from({ length: 1 + Math.floor(Math.random() * 3) }, () => ({
    sku: skus[Math.floor(Math.random() * skus.length)] ?? '',
    quantity: 1 + Math.floor(Math.random() * 3),
  }))
}

type Moment = { name: string; card: Card; arm(app: App): void; disarm(): void }

function moments(): Moment[] {
  const calls: [string, Card][] = [
    ['reserve', 'good'],
    ['authorise', 'good'],
    ['commit', 'good'],
    ['capture', 'good'],
    ['void', 'stuck'],
    ['release', 'declined'],
  ]
  const inside = calls.flatMap(([verb, card]) =>
    ['before', 'after'].map((when) => ({
      name: `${when} ${verb}`,
      card,
      arm: (app: App) => app.dieAt(`${when} ${verb}`),
      disarm: () => {},
    })),
  )
  const isPost = (end: string) => (passing: Passing) =>
    passing.method === 'POST' && passing.path.endsWith(end)
  const announces = ({ body }: Passing) =>
    body.includes('PublishBatch') && body.includes('mallhive-orders-events')
  const outside = (['before', 'after'] as const).flatMap((when) => [
    cut('the card network authorises', 'good', when, 'cards', isPost('/payments')),
    cut('the card network captures', 'good', when, 'cards', isPost('/capture')),
    cut('the card network voids', 'stuck', when, 'cards', isPost('/void')),
    cut('the order is published', 'good', when, 'bus', announces),
    cut('the failure is published', 'declined', when, 'bus', announces),
  ])
  return [...inside, ...outside]
}

/** kill -9 while a request is on the wire: before it arrives, or when its effect is done and its answer is not. */
function cut(
  what: string,
  card: Card,
  when: 'before' | 'after',
  wire: 'cards' | 'bus',
  isMeant: (passing: Passing) => boolean,
): Moment {
  const { tap } = stage[wire]
  const usual = tap[when]
  return {
    name: `${when} ${what}`,
    card,
    arm(app) {
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
}

async function shop(): Promise<void> {
  while (!closed.signal.aborted) {
    const card = anyCard()
    try {
      const ready = await fillIn(stage, active, lines(), tokens[card])
      const tries = Math.random() < 0.1 ? 2 : 1
      const answers = await Promise.allSettled(Array.from({ length: tries }, () => place(active, ready)))
      let last = answers.find((answer) => answer.status === 'fulfilled')?.value
      // A shopper whose request was cut off presses the button again, or gives up.
      if (!last && Math.random() < 0.5) last = await place(active, ready)
      if (last?.state === CheckoutState.CHALLENGED) await answerChallenge(last.challengeUrl, ready)
      if (last?.state === CheckoutState.DONE || last?.state === CheckoutState.FAILED)
        await remember(ready.id, last.state, ready.as)
    } catch {
      await delay(20)
    }
  }
}

async function answerChallenge(url: string, { id, as }: Awaited<ReturnType<typeof fillIn>>): Promise<void> {
  const mood = Math.random()
  if (mood < 0.2) return
  await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ answer: mood < 0.75 ? 'approve' : 'decline' }),
    redirect: 'manual',
  })
  if (mood < 0.9) await ordersOf(active).resumeCheckout({ checkoutId: id }, as)
}

/** What a shopper was told must stay true. */
async function remember(
  id: string,
  told: CheckoutState,
  as: Awaited<ReturnType<typeof fillIn>>['as'],
): Promise<void> {
  const { checkout } = await ordersOf(active).getCheckout({ checkoutId: id }, as)
  if (checkout?.state !== told) wrong.push(`${id} was told ${told} and is ${checkout?.state}`)
}

function anyCard(): Card {
  const shares: [Card, number][] = [
    ['good', 66],
    ['declined', 7],
    ['poor', 3],
    ['flaky', 7],
    ['answerLost', 4],
    ['challenged', 10],
    ['stuck', 3],
  ]
  let draw = Math.random() * 100
  return shares.find(([, share]) => (draw -= share) < 0)?.[0] ?? 'good'
}
