import { assumptions as assumed } from '../../../capacity/assumptions.ts'
import { measured } from '../../../capacity/measured.ts'

export const tiers = ['shell', 'services', 'postgres', 'redis', 'index'] as const
type Tier = (typeof tiers)[number]
export type CpuMs = Record<Tier, number>

type Page = keyof typeof measured.pages
const pages = Object.keys(measured.pages) as Page[]

/** Pages that are asked for, crawlers included, for each order. */
const pagesPerOrder = (page: Page): number =>
  assumed.visitsPerOrder * assumed.pagesPerVisit[page] * (1 + assumed.crawlers)

export const allPagesPerOrder = pages.reduce((sum, page) => sum + pagesPerOrder(page), 0)
export const callsPerOrder = assumed.visitsPerOrder * assumed.cartAddsPerVisit + assumed.callsPerJourney

/** CPU time of one order with all the visits that it takes, by tier. @param products in the index of the search */
export function cpuMsPerOrder(products: number): CpuMs {
  const { cartAdd, callShares, journey, order, orderShares, searchShares } = measured
  return sum([
    ...pages.map((page) => times(pagesPerOrder(page), pageCpuMs(page))),
    times(pagesPerOrder('search'), split(searchCpuMs(products), searchShares)),
    times(assumed.visitsPerOrder * assumed.cartAddsPerVisit, split(cartAdd, callShares)),
    split(journey - order, callShares),
    split(order, orderShares),
  ])
}

/** CPU time of a page of a kind, over visitors with a session and without, from the document cache and not. */
function pageCpuMs(page: Page): CpuMs {
  const { fresh, kept, signedIn } = measured.pages[page]
  const shares = measured.pageShares
  const anonymous = 1 - assumed.signedInShare
  const hit = anonymous * assumed.keptShare[page]
  return sum([
    times(assumed.signedInShare, split(signedIn, shares.signedIn)),
    times(hit, split(kept, shares.kept)),
    times(anonymous - hit, split(fresh, shares.fresh)),
  ])
}

/** Between the two measured sizes by the logarithm of the number of products; beyond the larger one as there. */
export function searchCpuMs(products: number): number {
  const [[few, little], [many, much]] = Object.entries(measured.search).map(([size, ms]) => [
    Math.log(Number(size)),
    ms,
  ]) as [[number, number], [number, number]]
  const at = (Math.log(products) - few) / (many - few)
  return little + (much - little) * Math.min(1, Math.max(0, at))
}

const split = (ms: number, shares: Partial<CpuMs>): CpuMs => perTier((tier) => ms * (shares[tier] ?? 0))
const times = (factor: number, cost: CpuMs): CpuMs => perTier((tier) => factor * cost[tier])
const sum = (costs: CpuMs[]): CpuMs => perTier((tier) => costs.reduce((total, cost) => total + cost[tier], 0))
const perTier = (of: (tier: Tier) => number): CpuMs =>
  Object.fromEntries(tiers.map((tier) => [tier, of(tier)])) as CpuMs
