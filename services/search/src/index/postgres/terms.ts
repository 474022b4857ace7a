/** Stems in order, of which no phrase leaves. `undefined` stands for a stop word, which has a place, but no term. */
export type Run = (string | undefined)[]

/** The highest position that a tsvector holds. */
const lastPosition = 16_383
const mostPlaces = 4
const mostLetters = 100

/** Returns the term of a stem: languages share the index, not its terms. */
export const termOf = (locale: string, stem: string): string =>
  `${locale}/${stem.slice(0, mostLetters).replaceAll('\0', '')}`

/** Returns a tsvector literal. A stem keeps its first places only, so that long texts stay small. */
export function tsvectorOf(locale: string, runs: Run[]): string {
  const places = new Map<string, number[]>()
  let position = 1
  for (const run of runs) {
    for (const stem of run) {
      const known = stem && (places.get(stem) ?? [])
      if (known && known.length < mostPlaces) {
        known.push(Math.min(position, lastPosition))
        places.set(stem, known)
      }
      position += 1
    }
    position += 20
  }
  return [...places].map(([stem, at]) => `${quoted(termOf(locale, stem))}:${at.join(',')}`).join(' ')
}

/** Returns a tsquery literal for one of several alternatives, each of which needs all of its stems. */
export const anyOf = (alternatives: string[][]): string =>
  alternatives.map((stems) => `(${stems.map(quoted).join('&') || nothing})`).join('|') || nothing

/** Returns a tsquery literal for words that follow each other; stop words between them count as places. */
export function phraseOf(stems: (string | undefined)[]): string {
  let gap = 0
  let phrase = ''
  for (const stem of stems) {
    if (stem !== undefined) {
      phrase += phrase && `<${gap}>`
      phrase += quoted(stem)
      gap = 0
    }
    gap += 1
  }
  return phrase || nothing
}

/** Text columns hold no U+0000. */
export const isStorable = (text: string): boolean => !text.includes('\0')

/** A lexeme that no document holds. */
const nothing = `'∅'`

/** Returns a lexeme of a tsvector or tsquery literal. */
const quoted = (term: string): string =>
  term ? `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'` : nothing
