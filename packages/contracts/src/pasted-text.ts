/**
 * Characters that copied text brings along unseen: what Unicode says to show nothing for, and marks of annotations. Joiners and
 * variants of a letter stay, which names and emoji need.
 */
const unseen =
  /(?![\u034F\u180E\p{Variation_Selector}\u200C\u200D])\p{Default_Ignorable_Code_Point}|[\uFFF9-\uFFFB]/gu

/** Returns the text without characters that copying brings along unseen. */
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
