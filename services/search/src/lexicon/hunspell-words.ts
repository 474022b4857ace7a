import { readFile } from 'node:fs/promises'

/** Reads the words of a package in Hunspell's format, without names and without the rules that inflect them. */
export async function hunspellWords(name: string): Promise<string[]> {
  const list = await readFile(new URL('index.dic', import.meta.resolve(name)), 'utf8')
  return list.match(/^\p{Ll}{3,}(?=\/|$)/gmu) ?? []
}
