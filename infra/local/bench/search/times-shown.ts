import { setTimeout as delay } from 'node:timers/promises'

const pollMs = 5
const longestMs = 30_000

export interface Change {
  /** What the search is to show. */
  what: string
  isShown: () => Promise<boolean>
}

/** Makes one change for each product and returns how long each took until it was shown. Rejects with the first that is not shown. */
export async function timesShown<T>(products: T[], change: (product: T) => Promise<Change>, mostMs?: number) {
  const times: number[] = []
  for (const product of products) times.push(await untilShown(await change(product), mostMs))
  return times
}

/** Waits until the search shows a change, and returns for how many ms. */
export async function untilShown({ what, isShown }: Change, mostMs = longestMs): Promise<number> {
  const started = performance.now()
  while (!(await isShown())) {
    if (performance.now() - started >= mostMs)
      throw new Error(`the search has not shown ${what} in ${mostMs} ms`)
    await delay(pollMs)
  }
  return performance.now() - started
}
