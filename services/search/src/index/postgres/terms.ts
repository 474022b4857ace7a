/** A run of stems in a document, of which no phrase leaves. `undefined` stands for a stop word, which has a place, but no term. */
export type Run = { stems: (string | undefined)[]; weight: (stem: string) => 'A' | 'B' | 'C' | 'D' }

/** The highest position that a tsvector holds. */
const lastPosition = 16_383
const mostPlaces = 4
const mostLetters = 100

/** Returns a tsvector literal. A stem keeps its first places only, so that long texts stay small. */
export function tsvectorOf(runs: Run[]): string {
  const places = new Map<string, string[]>()
  let position = 1
  for (const { stems, weight } of runs) {
    for (const stem of stems) {
      const known = stem && (places.get(stem) ?? [])
      if (known && known.length < mostPlaces) {
        known.push(`${Math.min(position, lastPosition)}${weight(stem)}`)
        places.set(stem, known)
      }
      position += 1
    }
    position += 20
  }
  return [...places].map(([stem, at]) => `${quoted(stem)}:${at.join(',')}`).join(' ')
}

/** `A`: the head noun is among them; `AB`: in the title; '' anywhere. */
export type Weights = '' | 'A' | 'AB'

/** Returns a tsquery literal for one of several alternatives, each of which needs all of its stems. */
export const anyOf = (alternatives: string[][], weights: Weights = ''): string =>
  alternatives.map((stems) => allOf(stems, weights)).join('|') || nothing

function allOf(stems: string[], weights: Weights): string {
  const last = stems.at(-1)
  if (last === undefined) return nothing
  const others = weights === 'A' ? 'AB' : weights
  // The last word of a compound is its noun.
  const terms = [...stems.slice(0, -1).map((stem) => term(stem, others)), term(last, weights)]
  return `(${terms.join('&')})`
}

const term = (stem: string, weights: Weights): string => quoted(stem) + (weights && `:${weights}`)

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
export const nothing = `'∅'`

/** Returns a lexeme of a tsvector or tsquery literal. */
const quoted = (stem: string): string =>
  stem
    ? `'${stem.slice(0, mostLetters).replaceAll('\0', '').replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
    : nothing
