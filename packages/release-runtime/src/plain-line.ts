const notPlain = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu

/**
 * Returns text that others wrote (reasons, messages of bundles) as one line without control characters and bidirectional
 * overrides: a terminal would obey them, and a line break would forge another entry.
 */
export const plainLine = (text: string): string => text.replace(notPlain, ' ')

/** Whether text is one line without control characters and bidirectional overrides. */
export const isPlainLine = (text: string): boolean => plainLine(text) === text
