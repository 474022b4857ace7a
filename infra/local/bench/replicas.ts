import { setTimeout as delay } from 'node:timers/promises'

import { processesOf, isReplicated } from '../src/mall/replicas.ts'
import { services } from '../src/mall/services.ts'
import { withBenchEnvironment } from './bench-environment.ts'
import { goodCard } from './buyers.ts'
import { until } from './checkout/books.ts'
import { anyProducts } from './replicas/any-products.ts'
import { openAudit } from './replicas/audit.ts'
import { openVisitors } from './replicas/visitors.ts'

// Browsing, carts and purchases at the edge of a mall with two processes of every stateless part. First each process is killed (SIGKILL)
// and started again, one after the other; then each is restarted as in a rollout (not ready, drained, ended, started), three parts at a time. A request
// that fails is sent once more when that is safe: reading, and writing with a key of idempotency or a checkout's state.
// Expected: none fails twice, none fails at all in the rollout, every purchase that the mall confirmed is one order, captured once.
//   VISITORS=3 of each kind; PHASE=kill or roll alone; PARTS=orders,shell alone. SECONDS=600: afterwards no further process is taken.
const visitors = Number(process.env['VISITORS'] ?? 3)
const seconds = Number(process.env['SECONDS'] ?? 600)
const isLate = () => performance.now() > seconds * 1000
const { PHASE, PARTS } = process.env
const replicated = [...services, 'release-desk', 'bff', 'shell'] as const
const parts = replicated.filter((name) => isReplicated(name) && (!PARTS || PARTS.split(',').includes(name)))

const result = await withBenchEnvironment(
  async (mall) => {
    await using books = await openAudit(mall)
    const card = await goodCard(mall.at.sandboxProvider, mall.at.publicOrigin)
    await until('searchable', async () => (await fetch(`${mall.url}/search?q=wool`)).ok)
    const crowd = openVisitors({ url: mall.url, card, products: await anyProducts(mall.url), visitors })
    let kills = 0
    const tell = (what: string) =>
      console.error(`${Math.round(performance.now() / 1000)} s, ${what}: ${JSON.stringify(crowd.counts())}`)
    if (PHASE !== 'roll')
      for (const name of parts.flatMap((part) => processesOf(part, 2))) {
        if (isLate()) break
        await delay(Math.random() * 500)
        await mall.kill(name)
        kills++
        await mall.restart(name)
        tell(`killed ${name}`)
      }
    const killed = crowd.counts()
    let restarts = 0
    const rolling = PHASE === 'kill' ? [] : parts.values()
    const roll = async () => {
      for (const part of rolling)
        for (const name of processesOf(part, 2)) {
          if (isLate()) return
          await mall.restart(name)
          restarts++
          tell(`restarted ${name}`)
        }
    }
    await Promise.all([roll(), roll(), roll()])
    const bought = await crowd.close()
    const all = crowd.counts()
    return {
      kills,
      requests: killed.requests,
      retried: killed.retried,
      failed: killed.failed,
      restarts,
      rollingRequests: all.requests - killed.requests,
      rollingFailed: all.retried + all.failed - killed.retried - killed.failed,
      purchases: bought.length,
      ...(await books.audit(bought)),
    }
  },
  { processes: true, replicas: 2, env: { READINESS_GRACE_MS: '5000' } },
)
console.log(JSON.stringify(result))
