import type { Client } from '@opensearch-project/opensearch'
import type { Analyzers } from '../analyzer.ts'
import type { Amendment, ProductDocument } from '../document.ts'
import type { Generations } from './generations.ts'
import { storedDocument } from './stored-document.ts'
import { type Write, writeTo } from './write.ts'

/** The engine replaces documents as a whole, so the one that it holds is written again, unless it says so already. */
export async function amend(
  client: Client,
  generations: Generations,
  analyzers: Analyzers,
  products: Amendment[],
): Promise<boolean> {
  if (products.length === 0) return false
  let changed = false
  for (const generation of await generations.written()) {
    // A write that another one overtakes is refused, and is decided on again.
    for (;;) {
      const writes = await differing(client, generation, analyzers, products)
      if (writes.length === 0 || !(await writeTo(client, generation, writes))) break
      changed = true
    }
  }
  return changed
}

type Held = { _id: string; _version?: number; _source?: { document?: ProductDocument } }

async function differing(
  client: Client,
  index: string,
  analyzers: Analyzers,
  products: Amendment[],
): Promise<Write[]> {
  const said = new Map(products.map((product) => [product.id, product]))
  const { body } = await client.mget({ index, _source: ['document'], body: { ids: [...said.keys()] } })
  return (body.docs as Held[]).flatMap(({ _id: id, _version: version = 0, _source }) => {
    const [document, amendment] = [_source?.document, said.get(id)]
    if (!document || !amendment) return []
    if (document.inStock === amendment.inStock && document.sold === amendment.sold) return []
    return [{ id, version: version + 1, source: storedDocument({ ...document, ...amendment }, analyzers) }]
  })
}
