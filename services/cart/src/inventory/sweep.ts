import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { announceCrossings } from './announce.ts'
import { moveStock } from './move-stock.ts'

const batch = 200

/** Returns the stock of expired reservations, one batch per call. Any number of processes may sweep at once. */
export async function sweep({ db }: Pick<Deps, 'db'>): Promise<number> {
  const { rowCount } = await db.execute(sql`
    with due as (
      select checkout_id from cart.reservations where status = 'held' and expires_at < now()
      order by expires_at limit ${batch} for update skip locked),
    settled as (
      update cart.reservations r set status = 'expired' from due where r.checkout_id = due.checkout_id
      returning r.checkout_id, r.skus, r.quantities),
    lines as (
      select s.checkout_id, l.sku, l.quantity from settled s, unnest(s.skus, s.quantities) as l(sku, quantity)),
    ${moveStock('released', { onHand: 0, reserved: -1 })}, ${announceCrossings()}
    select 1 from settled`)
  return rowCount ?? 0
}

export function startSweeper(deps: Pick<Deps, 'config' | 'db' | 'log'>): AsyncDisposable {
  const stop = new AbortController()
  let running = Promise.resolve()
  const tick = async () => {
    try {
      while (!stop.signal.aborted && (await sweep(deps)) === batch);
    } catch (error) {
      deps.log.error({ err: error }, 'sweeping reservations failed')
    }
  }
  const timer = setInterval(() => {
    // Chained, so that sweeps of this process never overlap.
    running = running.then(tick)
  }, deps.config.SWEEP_EVERY_MS)
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      stop.abort()
      await running
    },
  }
}
