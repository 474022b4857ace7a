import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import { isReplicated, processesOf } from '../src/mall/replicas.ts'
import { services } from '../src/mall/services.ts'
import { withBenchEnvironment } from './bench-environment.ts'
import { goodCard } from './buyers.ts'
import { until } from './checkout/books.ts'
import { anyProducts } from './replicas/any-products.ts'
import { openAudit } from './replicas/audit.ts'
import { openVisitors } from './replicas/visitors.ts'
import { openMallSecrets } from './rotate/mall-secrets.ts'

// Browsing, carts and purchases at the edge of a mall with two processes of every stateless part, while every secret is rotated: three rollouts
// make the next values accepted, then current, then the only ones. Expected: no request fails, every confirmed purchase is one order.
//   VISITORS=2 of each kind.
const visitors = Number(process.env['VISITORS'] ?? 2)
const parts = ([...services, 'release-desk', 'bff', 'shell'] as const).filter(isReplicated)
/** Longer than a visit: the session of one that began before has ended. */
const settleMs = 5_000

const folder = mkdtempSync(join(tmpdir(), 'mallhive-keys-'))
const result = await withBenchEnvironment(
  async (mall) => {
    await using books = await openAudit(mall)
    await using secrets = await openMallSecrets(mall, folder)
    const card = await goodCard(mall.at.sandboxProvider, mall.at.publicOrigin)
    await until('searchable', async () => (await fetch(`${mall.url}/search?q=wool`)).ok)
    const products = await anyProducts(mall.url)
    const crowd = openVisitors({ url: mall.url, card, products, visitors, fails: (status) => status >= 400 })
    const rollOut = async (what: string) => {
      mall.renewEnvironments()
      await mall.restart('sandbox-provider')
      const waiting = parts.values()
      const roll = async () => {
        for (const part of waiting) for (const name of processesOf(part, 2)) await mall.restart(name)
      }
      await Promise.all([roll(), roll(), roll()])
      await delay(settleMs)
      console.error(`${Math.round(performance.now() / 1000)} s, ${what}: ${JSON.stringify(crowd.counts())}`)
    }
    await secrets.accept()
    await rollOut('next values are accepted')
    secrets.use()
    await rollOut('next values are current')
    await secrets.forget()
    await rollOut('values of before are refused')
    const bought = await crowd.close()
    const { requests, retried, failed } = crowd.counts()
    return {
      rotations: secrets.count,
      requests,
      retried,
      failed: retried + failed,
      purchases: bought.length,
      ...(await books.audit(bought)),
    }
  },
  { processes: true, replicas: 2, env: { READINESS_GRACE_MS: '5000' } },
).finally(() => rmSync(folder, { recursive: true, force: true }))
console.log(JSON.stringify(result))
