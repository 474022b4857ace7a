/** Characters that copied text brings along unseen: spaces of no width, hyphens of a line break, and marks of direction. */
const unseen = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g

/** Returns the text without characters that copying brings along unseen; joiners stay, which names and emoji need. */
export const withoutUnseen = (text: string): string => text.replace(unseen, '')

/** Returns typed or pasted text in compatibility form, with the digits of every script as 0 to 9: `٣` and `３` → `3`. */
export const plainText = (text: string): string =>
  withoutUnseen(text)
    .normalize('NFKC')
    .replace(/[^\P{Nd}0-9]/gu, (digit) => String(valueOf(digit.codePointAt(0) ?? 0)))

/** The digits of a script follow each other, from zero. */
function valueOf(digit: number): number {
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(digit - value - 1))) value++
  return value
}
