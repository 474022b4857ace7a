/** Room for an ellipsis at either end. */
const ellipses = 2

/**
 * Returns a part of a text around a place, cut between words; in a text without spaces between characters.
 * @param most the longest part
 */
export function cutText(
  text: string,
  { start, length }: { start: number; length: number },
  most: number,
): string {
  if (text.length <= most) return text
  const room = most - ellipses - length
  const left = Math.max(0, start - Math.max(0, Math.floor(room / 3)))
  const from = left === 0 ? 0 : afterSpace(text, left, start)
  const right = Math.min(text.length, from + most - ellipses)
  const to = right === text.length ? right : beforeSpace(text, right, start + length)
  return `${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`
}

/** Returns the first place from `at` on, and not beyond `latest`, where a word begins. */
function afterSpace(text: string, at: number, latest: number): number {
  const space = text.slice(at - 1, latest).search(/\s/)
  return space < 0 ? boundary(text, at, latest) : at + space
}

/** Returns the last place up to `at`, and not before `earliest`, where a word ends. */
function beforeSpace(text: string, at: number, earliest: number): number {
  const space = text.slice(earliest, at + 1).search(/\s\S*$/)
  return space < 0 ? boundary(text, at, at) : earliest + space
}

/** Returns where the character that a place is inside of begins; it is the latest one there is, at most. */
const boundary = (text: string, at: number, latest: number): number =>
  Math.min(new Intl.Segmenter().segment(text).containing(at)?.index ?? at, latest)
