/** The query string of a page. A repeated parameter has its last value. */
export type Search = Readonly<Record<string, string | undefined>>

/** The shell's own query parameters. */
const ownParameters = new Set(['flash', 'mall-pin', 'mall-pass'])

/** Parameters that advertisements, mails and analytics add to links. Scripts that count visits read them from the location. */
const campaignParameter =
  /^((utm|gad)_\w+|(g|d|fb|tt|tw|y)clid|msclkid|gclsrc|[gw]braid|srsltid|igshid|igsh|mc_[ce]id|li_fat_id|_g[al])$/

/** Returns the parameters that a page may read: without the shell's own and those of campaigns. */
export function pageParameters(parameters: Iterable<[string, string]>): [string, string][] {
  return [...parameters].filter(([name]) => !ownParameters.has(name) && !campaignParameter.test(name))
}

/** Returns the query of a page, identically for loaders on the server, for client navigations and for `useShell()`. */
export function searchOf(parameters: Iterable<[string, string]>): Search {
  return Object.fromEntries(pageParameters(parameters))
}
