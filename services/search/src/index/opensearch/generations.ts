import { randomUUID } from 'node:crypto'
import type { API, Client } from '@opensearch-project/opensearch'
import { errors } from '@opensearch-project/opensearch'

/**
 * The generations of an index are indices of the engine. The alias `<name>` leads to the live one, `<name>.building` to one that
 * is filled, and each has an alias for writes: a write to an alias that is gone fails and creates no index.
 */
export interface Generations {
  /** Returns the live generation, as known: it may have been replaced since. */
  live(): Promise<string>
  /** Reads the live generation anew. */
  renewed(): Promise<string>
  /** Returns the generations that a write must reach. */
  written(): Promise<string[]>
  /** Creates an empty generation. Unfinished ones end. */
  begin(): Promise<string>
  /** Makes a built generation live and deletes the one before, at once. */
  swap(generation: string): Promise<void>
  drop(generation: string): Promise<void>
}

export const writesOf = (generation: string): string => `${generation}.writes`

export function openGenerations(
  client: Client,
  name: string,
  body: API.Indices_Create_RequestBody,
): Generations {
  const building = `${name}.building`
  let known: Promise<string> | undefined

  const byAlias = async (alias: string): Promise<string[]> => {
    const { body: found } = await client.indices.getAlias({ name: alias }, { ignore: [404] })
    return Object.keys(found).filter((index) => index.startsWith(`${name}-`))
  }
  const create = async (index: string, alias: string) => {
    await client.indices.create({
      index,
      body: { ...body, aliases: { [alias]: {}, [writesOf(index)]: {} } },
    })
  }
  const readLive = async (): Promise<string> => {
    const [found] = await byAlias(name)
    if (found) return found
    // Of several that find none, one creates it.
    await create(`${name}-first`, name).catch(unlessExists)
    const [live] = await byAlias(name)
    if (!live) throw new Error(`the index ${name} has no live generation`)
    return live
  }
  const renewed = () => {
    const reading = readLive()
    known = reading
    reading.catch(() => (known = known === reading ? undefined : known))
    return reading
  }

  return {
    live: () => known ?? renewed(),
    renewed,
    async written() {
      const [live, unfinished] = await Promise.all([renewed(), byAlias(building)])
      return [...new Set([live, ...unfinished])]
    },
    async begin() {
      await renewed()
      const unfinished = await byAlias(building)
      if (unfinished.length > 0) await client.indices.delete({ index: unfinished }, { ignore: [404] })
      const index = `${name}-${randomUUID()}`
      await create(index, building)
      return index
    },
    async swap(index) {
      const before = await byAlias(name)
      await client.indices.updateAliases({
        body: {
          actions: [
            { remove: { index, alias: building, must_exist: true } },
            { add: { index, alias: name } },
            ...before.map((each) => ({ remove_index: { index: each } })),
          ],
        },
      })
      known = Promise.resolve(index)
    },
    async drop(index) {
      await client.indices.delete({ index }, { ignore: [404] })
    },
  }
}

function unlessExists(error: unknown): void {
  const exists =
    error instanceof errors.ResponseError && error.message.includes('resource_already_exists_exception')
  if (!exists) throw error
}
