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
  /** Whether a rebuild has made the live generation, as the engine has it. */
  isBuilt(): Promise<boolean>
  /** Returns the generations that a write must reach. */
  written(): Promise<string[]>
  /** Creates an empty generation. Unfinished ones end, and what a failed process left is deleted. */
  begin(): Promise<string>
  /** Makes a built generation live, at once for all, and deletes the one before. @throws Error when it has ended */
  swap(generation: string): Promise<void>
  /** Deletes a generation that is being built: one that has become live stays. */
  drop(generation: string): Promise<void>
}

/** Options of a request that changes much. */
export const patiently = { requestTimeout: 60_000 }

export const writesOf = (generation: string): string => `${generation}.writes`

/** @param reads reads for searches, `client` for writes: their patience differs. */
export function openGenerations(
  { client, reads }: { client: Client; reads: Client },
  name: string,
  body: API.Indices_Create_RequestBody,
): Generations {
  const building = `${name}.building`
  const first = `${name}-first`
  let known: Promise<string> | undefined
  let creating: Promise<void> | undefined

  const byAlias = async (alias: string, by = client): Promise<string[]> => {
    const { body: found } = await by.indices.getAlias(
      // Without names of indices the alias is looked for in all, which the user of the mall may not see.
      { index: `${name}-*`, name: alias },
      { ignore: [404] },
    )
    return Object.keys(found).filter((index) => index.startsWith(`${name}-`))
  }
  const create = async (index: string, alias: string) => {
    await client.indices.create(
      { index, body: { ...body, aliases: { [alias]: {}, [writesOf(index)]: {} } } },
      patiently,
    )
  }
  const remove = (index: string | string[]) =>
    client.indices.delete({ index }, { ...patiently, ignore: [404] })
  /** Changes aliases, with that of a generation that is built: at once, or not at all when it has ended. */
  const endBuilding = async (index: string, more: API.Indices_UpdateAliases_RequestBody['actions'] = []) => {
    const actions = [{ remove: { index, alias: building, must_exist: true } }, ...more]
    const { statusCode } = await client.indices.updateAliases(
      { body: { actions } },
      { ...patiently, ignore: [404] },
    )
    return statusCode !== 404
  }
  const readLive = async (by: Client): Promise<string> => {
    const [found] = await byAlias(name, by)
    // An index is known before it answers.
    await creating
    if (found) return found
    // Of several that find none, one creates it.
    creating ??= create(first, name).catch(unlessExists)
    await creating.finally(() => (creating = undefined))
    const [live] = await byAlias(name, by)
    if (!live) throw new Error(`the index ${name} has no live generation`)
    return live
  }
  const renewed = () => {
    const reading = readLive(reads)
    known = reading
    reading.catch(() => {
      if (known === reading) known = undefined
    })
    return reading
  }
  /** As `renewed`, for a write: no search waits for it. */
  const awaited = async () => {
    const before = known
    const live = await readLive(client)
    if (known === before) known = Promise.resolve(live)
    return live
  }

  return {
    live: () => known ?? renewed(),
    renewed,
    isBuilt: async () => (await renewed()) !== first,
    async written() {
      const [live, unfinished] = await Promise.all([awaited(), byAlias(building)])
      return [...new Set([live, ...unfinished])]
    },
    async begin() {
      const live = await awaited()
      const { body: all } = await client.indices.getAlias({ index: `${name}-*` })
      const others = Object.keys(all).filter((index) => index !== live)
      if (others.length > 0) await remove(others)
      const index = `${name}-${randomUUID()}`
      await create(index, building)
      return index
    },
    async swap(index) {
      const before = await byAlias(name)
      // Should the answer be lost, either may be live.
      known = undefined
      const isSwapped = await endBuilding(index, [
        { add: { index, alias: name } },
        ...before.map((each) => ({ remove: { index: each, alias: name } })),
      ])
      if (!isSwapped) throw noLongerBuilt(index)
      known = Promise.resolve(index)
      // Later, so that a search that it ends finds the other one live. What cannot be deleted is left to the next rebuild.
      if (before.length > 0) await remove(before).catch(() => {})
    },
    async drop(index) {
      if (await endBuilding(index)) await remove(index)
    },
  }
}

export const noLongerBuilt = (generation: string) =>
  new Error(`generation ${generation} of the search index is no longer being built`)

function unlessExists(error: unknown): void {
  const exists =
    error instanceof errors.ResponseError && error.message.includes('resource_already_exists_exception')
  if (!exists) throw error
}
