import type { Client } from '@opensearch-project/opensearch'
import type { Analyzers } from '../analyzer.ts'
import type { Rebuild } from '../port.ts'
import { ask } from './ask.ts'
import { type Generations, noLongerBuilt, patiently } from './generations.ts'
import { putOf, tombstone, writeTo } from './write.ts'

const page = 1000

export async function openRebuild(
  client: Client,
  generations: Generations,
  analyzers: Analyzers,
): Promise<Rebuild> {
  const generation = await generations.begin()
  const write: typeof writeTo = async (...args) => {
    if (await writeTo(...args)) return true
    throw noLongerBuilt(generation)
  }
  return {
    async put(documents) {
      await write(
        client,
        generation,
        documents.map((document) => putOf(document, analyzers)),
      )
    },
    async finish() {
      for (const other of (await generations.written()).filter((each) => each !== generation))
        for await (const removals of tombstonesOf(client, other)) await write(client, generation, removals)
      await client.indices.refresh({ index: generation }, { ...patiently, ignore: [404] })
      await generations.swap(generation)
    },
    abandon: () => generations.drop(generation),
  }
}

/** Reads what a generation remembers of removed products, in pages. */
async function* tombstonesOf(client: Client, index: string) {
  await client.indices.refresh({ index })
  let after: [string] | undefined
  for (;;) {
    const { hits } = await ask<{ _id: string; _version: number; sort: [string] }>(client, index, {
      size: page,
      version: true,
      query: { term: { removed: { value: true } } },
      sort: [{ id: { order: 'asc' } }],
      ...(after && { search_after: after }),
    })
    after = hits.hits.at(-1)?.sort
    if (!after) return
    yield hits.hits.map(({ _id, _version }) => tombstone(_id, _version))
  }
}
