const longestHeader = 500

/**
 * Returns the locale that a browser prefers of those offered, by the weights of Accept-Language. A language range is looked up as by
 * RFC 4647 §3.4, shortened step by step; a language that is offered for other regions only is better than another language.
 */
export function lookUpLocale<T extends string>(acceptLanguage: string, offered: readonly T[]): T | undefined {
  for (const range of rangesOf(acceptLanguage)) {
    const found = shortened(range, offered) ?? offered.find((locale) => writing(locale) === writing(range))
    if (found !== undefined) return found
  }
  return undefined
}

/** Returns the ranges of the header in lower case, the preferred one first. */
function rangesOf(acceptLanguage: string): string[] {
  return acceptLanguage
    .slice(0, longestHeader)
    .toLowerCase()
    .split(',')
    .map((each) => {
      const [range = '', weight] = each.trim().split(/;\s*q=/)
      return { range, weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ range, weight }) => weight > 0 && /^[a-z]{2,3}(-[a-z0-9]+)*$/.test(range))
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ range }) => range)
}

function shortened<T extends string>(range: string, offered: readonly T[]): T | undefined {
  for (let subtags = range.split('-'); subtags.length > 0; subtags = subtags.slice(0, -1)) {
    const found = offered.find((locale) => locale === subtags.join('-'))
    if (found !== undefined) return found
  }
  return undefined
}

/** Returns the language and the script it is written in, `zh-tw` → `zh-Hant`: who reads one script may not read another. */
function writing(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(tag).maximize()
    return `${language}-${script}`
  } catch {
    return tag
  }
}
