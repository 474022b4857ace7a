export type Others = {
  requests: number
  failed: number
  /** Duration in ms of each request since the last `begin`. */
  took: number[]
  begin: () => void
  stop: () => Promise<void>
}

/** Starts shoppers that never call the faulty release: they request pages, and procedures of stable BFFs. */
export function openOthers(origin: string, clients: number): Others {
  const others: Others = { requests: 0, failed: 0, took: [], begin, stop }
  const stopped = new AbortController()
  const query = (path: string, input: unknown) =>
    `/api/${path}?input=${encodeURIComponent(JSON.stringify(input))}`
  const paths = [
    '/',
    query('cart/miniCart', null),
    query('profile/whoAmI', null),
    query('home/getFront', null),
    query('catalog/getNavigation', null),
    '/c/kitchen',
  ]
  const all = Promise.all(Array.from({ length: clients }, (_, client) => run(client)))

  function begin() {
    Object.assign(others, { requests: 0, failed: 0, took: [] })
  }

  async function stop() {
    stopped.abort()
    await all
  }

  async function run(offset: number) {
    for (let turn = offset; !stopped.signal.aborted; turn++) {
      const path = paths[turn % paths.length] ?? '/'
      const { took } = others
      const began = performance.now()
      const problem = await ask(path)
      took.push(performance.now() - began)
      others.requests++
      if (problem === undefined) continue
      others.failed++
      console.error(`${path}: ${problem}`)
    }
  }

  async function ask(path: string): Promise<string | undefined> {
    try {
      const answer = await fetch(origin + path, { signal: AbortSignal.timeout(10_000) })
      await answer.arrayBuffer()
      return answer.ok ? undefined : String(answer.status)
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  return others
}
