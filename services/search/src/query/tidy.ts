const longest = 200

/** Returns a text that may be shown and read: without controls and bidirectional marks, at most 200 characters. */
export const tidy = (text: string): string =>
  Array.from(text.slice(0, 4 * longest).normalize('NFKC'))
    .join('')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u{FFFD}]+/gu, (found) => (/\s/.test(found) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest)
    .toWellFormed()
    .replaceAll('\u{FFFD}', '')
