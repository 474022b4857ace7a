/**
 * Returns the language of a text for its element's `lang`, so that screen readers speak it; undefined where it is the page's, or
 * not known.
 */
export const foreignLang = (textLocale: string, pageLang: string): string | undefined =>
  textLocale === '' || textLocale === pageLang ? undefined : textLocale
