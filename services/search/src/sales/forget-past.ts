import type { Deps } from '../deps.ts'
import { amendKnown } from '../put-known.ts'

const everyMs = 60 * 60_000
/** Products whose sales are forgotten at once. */
const slice = 250

type Forgetting = Pick<Deps, 'sales' | 'stock' | 'index'>

/** Takes sales that do not count any more out of the index, then deletes them. */
export async function forgetPast(deps: Forgetting): Promise<void> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- slices keep locks short
    const past = await deps.sales.past(slice)
    if (past.ids.length === 0) return
    // oxlint-disable-next-line no-await-in-loop -- in order, so that an end in between loses nothing
    await amendKnown(deps, past.ids)
    // oxlint-disable-next-line no-await-in-loop -- as above
    await deps.sales.forget(past)
  }
}

/** Forgets at once and every hour until disposed. */
export function startForgetting(deps: Forgetting & Pick<Deps, 'log'>): Disposable {
  const look = () =>
    void forgetPast(deps).catch((error: unknown) =>
      deps.log.warn({ err: error }, 'past sales could not be forgotten, retrying later'),
    )
  look()
  const timer = setInterval(look, everyMs)
  return { [Symbol.dispose]: () => clearInterval(timer) }
}
