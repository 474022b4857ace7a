/** Returns a text with the digits and separators of numbers as Western ones: `٣٫٥` as `3.5`. */
export const plainDigits = (text: string): string =>
  text
    .replaceAll(/[^\P{Nd}0-9]/gu, valueOf)
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')

/** Digits of a script stand in a row, from 0 to 9. */
function valueOf(digit: string): string {
  const at = digit.codePointAt(0)!
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(at - before - 1))) before += 1
  return String(before % 10)
}
