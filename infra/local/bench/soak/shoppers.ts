export type Shoppers = {
  requests: number
  /** Requests that were not answered 200, not rendered on the server, or refused by the BFF. */
  failed: number
  /** Documents that name or load more than one version of a micro frontend. */
  mixed: number
  stop: () => Promise<void>
}

type Assignment = Record<string, string>

/** An open document: its path and the releases that it was assigned. */
export type OpenDocument = { path: string; assignment: Assignment }

/** Starts `count` shoppers that load pages in turn and call the cart's BFF with the release of each document. */
export function openShoppers(origin: string, paths: string[], count: number): Shoppers {
  const shoppers: Shoppers = { requests: 0, failed: 0, mixed: 0, stop }
  const stopped = new AbortController()
  const all = Promise.all(Array.from({ length: count }, (_, index) => run(index)))

  async function stop() {
    stopped.abort()
    await all
  }

  async function run(offset: number) {
    for (let turn = offset; !stopped.signal.aborted; turn++) {
      shoppers.requests += 2
      try {
        const { html, assignment } = await openDocument(origin, paths[turn % paths.length] ?? '/')
        if (isMixed(html, assignment)) shoppers.mixed++
        await askBff(origin, assignment)
      } catch (error) {
        shoppers.failed++
        console.error(error instanceof Error ? error.message : error)
      }
    }
  }

  return shoppers
}

export async function openDocument(origin: string, path: string) {
  const response = await fetch(origin + path)
  const html = await response.text()
  const known = /<script[^>]*id="mall-document-data"[^>]*>([^<]*)</.exec(html)?.[1]
  if (response.status !== 200 || !known || !html.includes('<h1'))
    throw new Error(`${path}: ${response.status}, ${html.length} bytes`)
  const { releases }: { releases: Record<string, { version: string }> } = JSON.parse(known)
  const assignment = Object.fromEntries(Object.entries(releases).map(([name, it]) => [name, it.version]))
  return { html, path, assignment }
}

/** Whether a document renders or loads a release that it was not assigned. */
function isMixed(html: string, assignment: Assignment): boolean {
  const loaded = [...html.matchAll(/\/mfe\/([\w-]+)\/([^/"\\]+)\/(?:web|ssr)/g)]
  const rendered = [...html.matchAll(/data-remote="([\w-]+)\/[^"]*" data-version="([^"]+)"/g)]
  return [...loaded, ...rendered].some(([, name = '', version]) => assignment[name] !== version)
}

async function askBff(origin: string, { cart = '' }: Assignment): Promise<void> {
  const input = encodeURIComponent(JSON.stringify({ 0: null }))
  const answer = await fetch(`${origin}/api/cart/miniCart?batch=1&input=${input}`, {
    headers: { 'x-mall-release': `cart@${cart}` },
  })
  if (answer.status !== 200) throw new Error(`BFF of cart ${cart}: ${answer.status}`)
  await answer.arrayBuffer()
}

/** Whether an open document can still navigate and call its BFF with the releases that it was assigned. */
export async function stillWorks(origin: string, { path, assignment }: OpenDocument): Promise<boolean> {
  const claimed = Object.entries(assignment).map(([name, version]) => `${name}@${version}`)
  const headers = { accept: 'application/vnd.mallhive.view+json', 'x-mall-assignment': claimed.join() }
  const page = await fetch(`${origin}${path}`, { headers })
  const view = await page.text()
  await askBff(origin, assignment)
  // A document whose releases are gone gets no view, and loads anew.
  return page.status === 200 && view.includes('"content":{"kind":"page"')
}
