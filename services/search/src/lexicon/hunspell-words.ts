import { readFile } from 'node:fs/promises'

/**
 * Reads the words of a package in Hunspell's format, without names and without the rules that inflect them. Nouns are those with
 * the flag of the possessive, or with an entry for it, adjectives those with one of the flags of what is compared.
 */
export async function hunspellWords(
  name: string,
  { possessive, compared }: { possessive: string; compared: RegExp },
) {
  const list = await readFile(new URL('index.dic', import.meta.resolve(name)), 'utf8')
  const possessives = [...list.matchAll(/^(\p{Ll}{3,})'s$/gmu)].map(([, noun = '']) => noun)
  const entries = [...list.matchAll(/^(\p{Ll}{3,})(?:\/(.*))?$/gmu)]
  return {
    words: entries.map(([, word = '']) => word),
    nouns: [
      ...possessives,
      ...entries.flatMap(([, word = '', flags = '']) => (flags.includes(possessive) ? word : [])),
    ],
    adjectives: entries.flatMap(([, word = '', flags = '']) => (compared.test(flags) ? word : [])),
  }
}
