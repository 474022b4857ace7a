import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

import { openBooks, until } from './checkout/books.ts'
import { openCrowd } from './checkout/crowd.ts'
import { type Moment, moments } from './checkout/moments.ts'
import { anyLines } from './checkout/shelf.ts'
import { cardTokens, fillIn, place, stockUp } from './checkout/shopper.ts'
import { type App, openStage } from './checkout/stage.ts'

// Sends kill -9 to the checkout's process: first around each call of the state machine and each request to the card network and
// the bus, where the process is then restarted; then at random moments under load, where a standby process takes over. Expected:
// every checkout ends as one published order with one capture, or as a failure with its stock released.
//   KILLS=100 random kills; MUTANT=random-key gives every capture a new idempotency key, which the bench must detect.
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
let active = await started()
await stockUp(stage, active, 500_000)
if (process.env['MUTANT'] === 'random-key') {
  stage.cards.tap.before = ({ path, headers }) => {
    if (path.endsWith('/capture')) headers['idempotency-key'] = randomUUID()
  }
}

const wrong: string[] = []
let killed = 0
for (const moment of moments(stage)) {
  await killAt(moment)
  console.error(`killed ${moment.name}`)
}
await killAtRandom()
await until('at rest', () => books.resting(), 120_000)
// The last published events arrive within this time.
await delay(2_000)

const { checkouts, orders, found } = await books.violations()
const violations = [...found, ...wrong]
for (const violation of violations.slice(0, 20)) console.error(violation)
console.log(JSON.stringify({ kills: killed, checkouts, orders, violations: violations.length }))
active.kill()

async function killAt(moment: Moment): Promise<void> {
  const doomed = active
  const ready = await fillIn(stage, doomed, anyLines(), tokens[moment.card])
  moment.arm(doomed)
  const answer = place(doomed, ready).catch(() => undefined)
  const died = await Promise.race([doomed.gone.then(() => true), delay(30_000, false)])
  if (!died) wrong.push(`${moment.name}: this moment never came`)
  moment.disarm()
  doomed.kill()
  await Promise.all([doomed.gone, answer])
  active = await started()
  killed++
  await until(`at rest after a kill ${moment.name}`, () => books.resting(ready.id), 30_000)
}

async function killAtRandom(): Promise<void> {
  if (kills === 0) return
  const crowd = openCrowd(stage, shoppers, tokens, () => active)
  for (let kill = 1; kill <= kills; kill++) {
    const standby = await stage.startApp()
    await crowd.sent(1 + Math.floor(Math.random() * 20))
    await delay(Math.random() * 80)
    const doomed = active
    active = standby
    stage.front(standby)
    doomed.kill()
    await doomed.gone
    killed++
    if (kill % 10 === 0) console.error(`${kill} of ${kills} random kills`)
  }
  wrong.push(...(await crowd.close()))
}

async function started(): Promise<App> {
  const app = await stage.startApp()
  stage.front(app)
  return app
}
