const between = String.raw`[^\p{L}\p{N}\p{M}]+`
const gap = new RegExp(between, 'u')

/** Returns words as they stand in a typed text, of which analysis reads the lower case; as they are where it lacks them. */
export function asTyped(words: string, typed: string): string {
  const pattern = words.split(gap).filter(Boolean).join(between)
  if (pattern === '') return words
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${pattern}(?![\p{L}\p{N}])`, 'iu').exec(typed)?.[0] ?? words
}
