import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { filledIn, operations, placeOrder } from '../../bench/api/operations.ts'
import { goodCard } from '../../bench/buyers.ts'
import { postgresHome } from '../engines/postgres.ts'
import { openEngines } from '../mall/engines.ts'
import { type Mall, openMall } from '../mall/open-mall.ts'
import { openSupervisor } from '../mall/supervisor.ts'
import { wipeState } from '../mall/wipe-state.ts'
import { type Objects, backUpObjects, restoreObjects } from './back-up-objects.ts'
import { beginBackup } from './back-up-postgres.ts'
import { type Count, count, totalOf } from './count.ts'

export interface Drill {
  rowsBefore: number
  rowsAfter: number
  /** Tables whose rows differ. */
  tables: string[]
  imbalance: number
  objects: number
  /** Whether a shopper of before found the cart again. */
  cartKept: boolean
  /** Orders before, and one more bought in the restored mall. */
  orders: number
  bytesPerOrder: number
  /** From the wipe to a mall that sells. */
  seconds: number
}

const ordersBefore = 30

/** Whether nothing was lost. */
export const holds = ({ tables, imbalance, cartKept, objects, orders }: Drill): boolean =>
  tables.length === 0 && imbalance === 0 && cartKept && objects > 0 && orders > ordersBefore

/**
 * Backs a mall up while shoppers buy, deletes it with all its data, restores it into new engines and buys in it.
 * @throws Error where the restored mall does not open or sell
 */
export async function restoreDrill(): Promise<Drill> {
  const folder = mkdtempSync(join(tmpdir(), 'mallhive-restore-'))
  // Started by root, Postgres runs as an unprivileged user, which must be able to enter this folder.
  chmodSync(folder, 0o755)
  const [lost, restored, backup] = ['lost', 'restored', 'backup'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  mkdirSync(backup)
  try {
    const saved = await backUp(lost, backup)
    wipeState(lost)
    const began = performance.now()
    const after = await restore(backup, restored, saved.objects)
    await using mall = await open(restored)
    const cart = await cartOf(mall, saved.cookie)
    const { buy } = await shopping(mall)
    await buy()
    const bought = await count(mall.engines.postgres.url)
    const seconds = Math.round((performance.now() - began) / 100) / 10
    const { before } = saved
    return {
      rowsBefore: totalOf(before),
      rowsAfter: totalOf(after),
      tables: Object.keys({ ...before.rows, ...after.rows }).filter(
        (name) => before.rows[name] !== after.rows[name],
      ),
      imbalance: before.imbalance + after.imbalance + bought.imbalance,
      objects: saved.objects.length,
      cartKept: cart.includes(saved.sku),
      orders: bought.rows['orders.orders'] ?? 0,
      bytesPerOrder: saved.bytesPerOrder,
      seconds,
    }
  } finally {
    for (const state of [lost, restored]) wipeState(state)
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Saved {
  before: Count
  objects: Objects
  cookie: string
  sku: string
  bytesPerOrder: number
}

async function backUp(stateDir: string, backup: string): Promise<Saved> {
  await using mall = await open(stateDir)
  const { postgres, aws, secrets } = mall.engines
  const { putIntoCart, buy, sku } = await shopping(mall)
  const { cookie } = await putIntoCart()
  const empty = await count(postgres.url)
  const shoppers = Array.from({ length: 3 }, async () => {
    for (let order = 0; order < ordersBefore / 3; order++) await buy()
  })
  const { done } = await beginBackup(postgres.url, join(postgresHome(stateDir), 'data'), join(backup, 'data'))
  await Promise.all(shoppers)
  await mall.kill('services')
  const before = await count(postgres.url)
  await done()
  const objects = await backUpObjects(aws.url, secrets)
  await mall.kill('redis')
  copyKept(stateDir, backup)
  cpSync(join(postgresHome(stateDir), 'password'), join(backup, 'password'))
  return {
    before,
    objects,
    cookie,
    sku,
    bytesPerOrder: Math.round((before.bytes - empty.bytes) / ordersBefore),
  }
}

/** Returns what the database holds before any service has touched it. */
async function restore(backup: string, stateDir: string, objects: Objects): Promise<Count> {
  mkdirSync(stateDir)
  copyKept(backup, stateDir)
  execFileSync('cp', ['-a', join(backup, 'data'), join(postgresHome(stateDir), 'data')])
  cpSync(join(backup, 'password'), join(postgresHome(stateDir), 'password'))
  const parts = openSupervisor(stateDir)
  try {
    const { postgres, aws, secrets } = await openEngines(parts, stateDir, true)
    await restoreObjects(aws.url, secrets, objects)
    return await count(postgres.url)
  } finally {
    await parts.stop()
  }
}

/** Secrets and keys are kept by the key store in production, the provider is another company; Redis writes what it acknowledges to its folder. */
function copyKept(from: string, to: string): void {
  for (const name of ['secrets.json', 'keys', 'sandbox-provider', 'redis'])
    if (existsSync(join(from, name))) cpSync(join(from, name), join(to, name), { recursive: true })
}

const open = (stateDir: string) => openMall({ stateDir, env: { RATE_LIMIT_SCALE: '0' } })

async function shopping({ url, at }: Mall) {
  const response = await fetch(`${url}/rest/catalog/v1/products?limit=60`)
  const { products } = (await response.json()) as { products: { slug: string; skus: string[] }[] }
  const card = await goodCard(at.sandboxProvider, at.publicOrigin)
  const offers = products.flatMap(({ slug, skus: [sku] }) => (sku ? [{ url, card, slug, sku }] : []))
  const [first] = offers
  if (!first) throw new Error('the catalogue is empty')
  return {
    sku: first.sku,
    putIntoCart: () => operations(first)['cartAdd']?.() as Promise<{ cookie: string }>,
    /** Buys the next product that is not sold out. */
    buy: async (): Promise<void> => {
      for (let offer = offers.pop(); offer; offer = offers.pop()) {
        const filled = await filledIn(offer).catch(() => undefined)
        if (filled) return placeOrder(filled)
      }
      throw new Error('everything is sold out')
    },
  }
}

async function cartOf({ url }: Mall, cookie: string): Promise<string> {
  const response = await fetch(`${url}/api/cart/getCart?input={}`, { headers: { cookie } })
  if (!response.ok) throw new Error(`the cart answers ${response.status}`)
  return response.text()
}
