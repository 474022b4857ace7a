import { counter } from '@mallhive/process-kit/telemetry'
import { LRUCache } from 'lru-cache'
import type { PublicAnswers, RememberedAnswer } from '@mallhive/process-kit/public-answers'
import type { Coding, Spliceable } from './splice.ts'
import type { SplitDocument } from './split-document.ts'

/** A rendered document that may be sent again, with other values in its places. */
export interface KeptDocument extends SplitDocument {
  /** The length in bytes of the value in each place. */
  lengths: number[]
  /** The answers that it is made from; it is no longer sent when one of them is forgotten. */
  answers: ReadonlyMap<string, RememberedAnswer>
  keepForSeconds: number
}

/** What became of rendering a document: one that may be sent again, one that may not, or none because its client left. */
export type Rendered = KeptDocument | 'one-time' | 'abandoned'

/** A kept document with its compressed forms: undefined for one that is being made, or cannot be. */
export type SentAgain = KeptDocument & { forms: Map<Coding, Spliceable | undefined> }

export interface DocumentCache {
  /**
   * Sends a kept document, else renders one. Concurrent requests with one key render once, unless the document may not be sent
   * again: then each renders its own.
   * @param addresses by which `render` takes turns; gets those of the others who wait for it
   */
  answer: (
    key: string,
    addresses: Set<string>,
    send: (document: SentAgain) => void,
    render: () => Promise<Rendered>,
  ) => Promise<void>
  /** Size of the kept documents. */
  bytes: () => number
}

interface DocumentCacheOptions {
  mostBytes: number
  answers: Pick<PublicAnswers, 'remembers'>
  now?: () => number
}

const documents = counter('mall_documents_total', 'Documents for visitors without a session', ['from'])

/** Opens the cache of this process. */
export function openDocumentCache({
  mostBytes,
  answers,
  now = () => performance.now(),
}: DocumentCacheOptions): DocumentCache {
  const flights = new Map<string, { rendered: Promise<Rendered>; addresses: Set<string> }>()
  const kept = new LRUCache<string, SentAgain>({
    // At least a byte, which no document fits: 0 would be no limit.
    maxSize: Math.max(1, mostBytes),
    sizeCalculation: sizeOf,
    perf: { now },
    ttlResolution: 0,
  })

  function find(key: string): SentAgain | undefined {
    const document = kept.get(key)
    if (!document) return undefined
    for (const [name, answer] of document.answers)
      if (!answers.remembers(name, answer)) return void kept.delete(key)
    return document
  }

  async function fly(key: string, render: () => Promise<Rendered>): Promise<Rendered> {
    documents.inc({ from: 'renderer' })
    const rendered = await render()
    if (typeof rendered === 'string') return rendered
    const ttl = rendered.keepForSeconds * 1000 * (1 - Math.random() * mostEarly)
    kept.set(key, { ...rendered, forms: new Map() }, { ttl })
    // Without room for it, those who wait would render it one after the other.
    return kept.has(key) ? rendered : 'one-time'
  }

  return {
    async answer(key, addresses, send, render) {
      for (;;) {
        const found = find(key)
        if (found) {
          documents.inc({ from: 'memory' })
          return send(found)
        }
        const flight = flights.get(key)
        if (!flight) break
        for (const address of addresses) flight.addresses.add(address)
        // oxlint-disable-next-line no-await-in-loop -- one rendering after the other
        if ((await flight.rendered.catch(() => 'abandoned')) === 'one-time') return void (await render())
      }
      const rendered = fly(key, render).finally(() => flights.delete(key))
      flights.set(key, { rendered, addresses })
      await rendered
    },
    bytes: () => kept.calculatedSize,
  }
}

/** By which share of its time a document may be rendered anew earlier: at random, so that those of one moment are not at one moment. */
const mostEarly = 0.2

/** The document, and what its compressed forms add: a third at most, twice. */
function sizeOf({ texts, answers }: SentAgain, key: string): number {
  const bytes = texts.reduce((sum, text) => sum + text.length, 0)
  return 2 * bytes + 100 * (texts.length + answers.size) + 2 * key.length
}
