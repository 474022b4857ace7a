import { sql, type SQL } from 'drizzle-orm'
import type { Preferences } from '../../query/structured-query.ts'
import type { Preferred } from './relevance.ts'
import { traits } from '../tags.ts'
import type { TagNumbers } from './tags.ts'

/** @param queryOf returns the tsquery for one of these stems */
export async function preferredOf(
  preferences: Preferences,
  tags: TagNumbers,
  queryOf: (stems: string[]) => string,
): Promise<Preferred> {
  const { colours, sizes, materials, audience, categories = [], gift, cheap, without = [] } = preferences
  const known = (name: string, values?: string[]) => tags.known(traits(name, values))
  return {
    colours: await known('colour', colours?.values),
    near: await known('colour', colours?.near),
    sizes: await known('size', sizes),
    materials: await known('material', materials),
    audience: await known('audience', audience),
    categories: await tags.known(categories.map((value) => ({ name: 'category', value }))),
    gift: await known('gift', gift ? ['yes'] : []),
    cheap: cheap ?? false,
    without: without.length > 0 ? queryOf(without) : '',
    colourWord: colours ? queryOf(colours.words) : '',
  }
}

/**
 * Returns conditions for a query without words that products meet: `blue`, `gifts`. For whom they are is only
 * preferred, because few products say it.
 */
export function prefers({ colours, near, sizes, materials, gift, colourWord }: Preferred): SQL[] {
  const has = (some: number[]) => sql`traits && ${sql.param(some)}::int[]`
  return [
    ...(colourWord ? [sql`(${has([...colours, ...near])} or strong @@ ${colourWord}::tsquery)`] : []),
    ...[sizes, materials, gift].flatMap((some) => (some.length > 0 ? [has(some)] : [])),
  ]
}
