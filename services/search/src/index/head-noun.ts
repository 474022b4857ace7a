import type { Locale } from '@mallhive/contracts/locales'

/** Words behind which a title says more about its noun. */
const furtherWords: Partial<Record<Locale, string>> = {
  en: 'with without for in from that to on who of by',
  de: 'mit ohne für in im aus von vom zu zum zur auf der die das den nach bei und',
}

/** Amounts, whose noun follows. */
const amounts: Partial<Record<Locale, RegExp>> = {
  en: /^(?:a )?(?:pair|row|set|string|bundle|coil|can|nest|box|bag|jar|tin|bar|pack|ball|table set) of /i,
}

/** Returns the noun that a title is about: the last word before what says more about it. */
export function headNoun(title: string, locale: Locale, tokens: (text: string) => string[]): string {
  const further = new Set(furtherWords[locale]?.split(' '))
  const [named = ''] = title.replace(amounts[locale] ?? '', '').split(/[,(–:]/)
  const words = tokens(named)
  const end = words.findIndex((word, at) => at > 0 && further.has(word))
  return words.slice(0, end < 0 ? undefined : end).at(-1) ?? ''
}
