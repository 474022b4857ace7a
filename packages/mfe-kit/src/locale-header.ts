/** Names the locale of the page that calls a BFF: `de`. */
export const localeHeader = 'x-mall-locale'

/** Returns the locale of this document; empty outside of a browser. */
export const documentLocale = (): string =>
  typeof document === 'undefined' ? '' : document.documentElement.lang
