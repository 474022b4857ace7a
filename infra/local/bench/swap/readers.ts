export type Readers = {
  requests: number
  /** Requests that were not answered 200, not rendered on the server, or refused by the BFF. */
  failed: number
  /** Documents with more than one version, or answered by a BFF of another version. */
  mixed: number
  /** When a version was first seen in a document, in ms of performance.now(). */
  firstSeen: Map<string, number>
  stop: () => Promise<void>
}

/** Starts shoppers that load documents in a loop and call the BFF of the release that each document names. */
export function openReaders(origin: string, count: number): Readers {
  const readers: Readers = { requests: 0, failed: 0, mixed: 0, firstSeen: new Map(), stop }
  const stopped = new AbortController()
  const all = Promise.all(Array.from({ length: count }, run))

  async function stop() {
    stopped.abort()
    await all
  }

  async function run() {
    while (!stopped.signal.aborted) {
      readers.requests += 2
      try {
        await read()
      } catch (error) {
        readers.failed++
        console.error(error instanceof Error ? error.message : error)
      }
    }
  }

  async function read() {
    const document = await fetch(`${origin}/hello/reader`)
    const html = await document.text()
    const [, page, bff] = /data-page="([^"]+)" data-bff="([^"]+)"/.exec(html) ?? []
    if (document.status !== 200 || !page || !bff)
      throw new Error(`document: ${document.status}, ${html.length} bytes`)
    if (!readers.firstSeen.has(page)) readers.firstSeen.set(page, performance.now())
    const named = [...html.matchAll(/\/mfe\/hello\/([^/"]+)\//g)].map(([, version]) => version)
    const answered = await askBff(page)
    if ([bff, answered, ...named].some((version) => version !== page)) readers.mixed++
  }

  async function askBff(version: string): Promise<string> {
    const input = encodeURIComponent(JSON.stringify({ who: 'reader' }))
    const headers = { 'x-mall-release': `hello@${version}` }
    const answer = await fetch(`${origin}/api/hello/greet?input=${input}`, { headers })
    if (answer.status !== 200) throw new Error(`BFF of ${version}: ${answer.status}`)
    const { result } = (await answer.json()) as { result: { data: { release: string } } }
    return result.data.release
  }

  return readers
}
