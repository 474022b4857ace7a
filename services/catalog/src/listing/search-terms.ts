import { sql, type SQL } from 'drizzle-orm'
import type { Db } from '@mallhive/service-kit/db'
import { rows } from '../rows.ts'
import { editDistance } from './edit-distance.ts'

// A query as PostgreSQL full text understands it: over the whole document, and over titles alone.
export type SearchTerms = { anywhere: SQL; inTitle: SQL }

/**
 * Reads what a shopper typed. Each word matches as a prefix; a word that the catalogue does not know stands for the known
 * words closest to it. Undefined when nothing in it can be searched for.
 */
export async function searchTerms(db: Db, query: string): Promise<SearchTerms | undefined> {
  const tokens = tokensOf(query)
  if (tokens.length === 0) return undefined
  const meant = await readings(db, tokens)
  const terms = (weight: string) =>
    tokens
      .map((token) => `(${(meant.get(token) ?? [token]).map((w) => `${w}:*${weight}`).join('|')})`)
      .join('&')
  return {
    anywhere: sql`to_tsquery('catalog.mall', ${terms('')})`,
    inTitle: sql`to_tsquery('catalog.mall', ${terms('A')})`,
  }
}

function tokensOf(query: string): string[] {
  const plain = query.slice(0, 200).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  // Only letters and digits survive, so no operator of the query language can be typed.
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, 8)
}

// What the tokens stand for that do not stand for themselves alone. Half a word has another stem than the whole ("cerami",
// "ceram"), or is a stop word when it is all there is ("but", on the way to "butter"): it also means the words it begins.
async function readings(db: Db, tokens: string[]): Promise<Map<string, string[]>> {
  // Words are of a to z alone. A range, because LIKE finds its place in the index only by a constant.
  const begins = sql`word >= token and word < token || '{'`
  const found = await rows<{ token: string; begun: string[]; candidates: string[] | null }>(
    db,
    sql`
      select token, begun.list as begun, case when not known then array(
        select word from catalog.words
        where abs(length(word) - length(token)) <= 2 and public.similarity(word, token) >= 0.15
        order by public.similarity(word, token) desc limit 40) end as candidates
      from unnest(${sql.param(tokens)}::text[]) token
      cross join lateral (select ts_lexize('english_stem', token) as stems) own
      cross join lateral (
        select array(
          select word from catalog.words
          where length(token) >= 2 and ${begins}
            and case when stems = '{}' then ${tokens.length === 1}::boolean else not starts_with(stem, stems[1]) end
          order by length(word), word limit 20) as list) begun
      cross join lateral (
        select length(token) < 3 or token ~ '[0-9]'
          or exists (select from catalog.words where ${begins})
          or exists (select from catalog.words where stem = stems[1]) as known) vocabulary
      where begun.list <> '{}' or not known`,
  )
  return new Map(
    found.map(({ token, begun, candidates }) => [
      token,
      candidates ? closest(token, candidates) : [token, ...begun],
    ]),
  )
}

function closest(token: string, candidates: string[]): string[] {
  const allowed = token.length <= 4 ? 1 : 2
  const ranked = candidates.map((word) => ({ word, distance: editDistance(token, word) }))
  const best = Math.min(...ranked.map((r) => r.distance))
  if (best > allowed) return [token]
  return ranked
    .filter((r) => r.distance === best)
    .map((r) => r.word)
    .slice(0, 3)
}
