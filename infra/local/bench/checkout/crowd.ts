import { setTimeout as delay } from 'node:timers/promises'

import { CheckoutState } from '@mallhive/contracts/orders'

import { anyLines } from './shelf.ts'
import { type Card, fillIn, ordersOf, place, type Ready } from './shopper.ts'
import type { App, Stage } from './stage.ts'

export type Crowd = {
  /** Resolves when `more` further orders have been submitted. */
  sent(more: number): Promise<void>
  /** Waits for all shoppers to finish; returns a sentence for every answered state that later turned out to be wrong. */
  close(): Promise<string[]>
}

/** Simulates shoppers with all kinds of cards who buy in a loop, submit twice, lose answers, and retry or give up. */
export function openCrowd(
  stage: Stage,
  size: number,
  tokens: Record<Card, string>,
  active: () => App,
): Crowd {
  const closed = new AbortController()
  const lies: string[] = []
  let sent = 0

  async function shop(): Promise<void> {
    while (!closed.signal.aborted) {
      try {
        await buy(await fillIn(stage, active(), anyLines(), tokens[anyCard()]))
      } catch {
        await delay(20)
      }
    }
  }

  async function buy(ready: Ready): Promise<void> {
    sent++
    const presses = Math.random() < 0.1 ? 2 : 1
    const answers = await Promise.allSettled(Array.from({ length: presses }, () => place(active(), ready)))
    let told = answers.find((answer) => answer.status === 'fulfilled')?.value
    if (!told && Math.random() < 0.5) told = await place(active(), ready)
    if (told?.state === CheckoutState.CHALLENGED) await atTheBank(told.challengeUrl, ready)
    if (told?.state === CheckoutState.DONE || told?.state === CheckoutState.FAILED)
      await check(ready, told.state)
  }

  async function atTheBank(url: string, { id, as }: Ready): Promise<void> {
    const mood = Math.random()
    if (mood < 0.2) return
    const answer = mood < 0.75 ? 'approve' : 'decline'
    await fetch(url, { method: 'POST', body: new URLSearchParams({ answer }), redirect: 'manual' })
    if (mood < 0.9) await ordersOf(active()).resumeCheckout({ checkoutId: id }, as)
  }

  async function check({ id, as }: Ready, told: CheckoutState): Promise<void> {
    const { checkout } = await ordersOf(active()).getCheckout({ checkoutId: id }, as)
    if (checkout?.state !== told) lies.push(`${id} was answered ${told} and is now ${checkout?.state}`)
  }

  const crowd = Array.from({ length: size }, shop)
  return {
    async sent(more) {
      const enough = sent + more
      const isEnough = () => sent >= enough
      while (!isEnough()) await delay(1)
    },
    async close() {
      closed.abort()
      await Promise.all(crowd)
      return lies
    },
  }
}

const shares: [Card, number][] = [
  ['good', 66],
  ['declined', 7],
  ['poor', 3],
  ['flaky', 7],
  ['answerLost', 4],
  ['challenged', 10],
  ['stuck', 3],
]

function anyCard(): Card {
  let draw = Math.random() * 100
  return shares.find(([, share]) => (draw -= share) < 0)?.[0] ?? 'good'
}
