import { sql, type SQL } from 'drizzle-orm'
import type { Db } from '@mallhive/service-kit/db'
import { rows } from '../rows.ts'
import { editDistance } from './edit-distance.ts'

/** A query as PostgreSQL tsqueries: over whole documents, and over titles alone. */
type Queries = { anywhere: SQL; inTitle: SQL }

export type SearchTerms = Queries & {
  /** The words as they were typed, for translations: the known words are those of the default language. */
  typed: Queries
}

/**
 * Parses a shopper's query. Each word matches as a prefix; an unknown word is replaced by the closest known words. Returns
 * undefined when the query contains no searchable word.
 */
export async function searchTerms(db: Db, text: string): Promise<SearchTerms | undefined> {
  const tokens = tokensOf(text)
  if (tokens.length === 0) return undefined
  const meant = await readings(db, tokens)
  const query = (readingsOf: (token: string) => string[], weight: string) => {
    const terms = tokens.map(
      (token) =>
        `(${readingsOf(token)
          .map((w) => `${w}:*${weight}`)
          .join('|')})`,
    )
    return sql`to_tsquery('catalog.mall', ${terms.join('&')})`
  }
  const queries = (readingsOf: (token: string) => string[]) => ({
    anywhere: query(readingsOf, ''),
    inTitle: query(readingsOf, 'A'),
  })
  return {
    ...queries((token) => meant.get(token) ?? [token]),
    typed: queries((token) => [token]),
  }
}

function tokensOf(query: string): string[] {
  const plain = query.slice(0, 200).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  // Keeps only letters and digits, so that a query contains no tsquery operator.
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, 8)
}

// Returns the alternatives of tokens: the known words that a token begins, else the closest ones. A prefix can have another
// stem than its word ("cerami", "ceram") or be a stop word ("but", of "butter"), so the prefix match alone is not enough.
async function readings(db: Db, tokens: string[]): Promise<Map<string, string[]>> {
  // A range, because LIKE uses the index only with a constant pattern. Words consist of a to z, so `{` sorts after them.
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
