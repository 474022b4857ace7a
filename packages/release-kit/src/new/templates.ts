import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const templateDir = fileURLToPath(new URL('../../template', import.meta.url))
const suffix = '.tmpl'

/** Placeholders of templates, in texts and in file names: `%name%`. */
export type Words = Record<string, string>

/** Writes the files of a template folder, by default one of the kit's; returns their paths. Throws when a file exists. */
export function writeTemplate(folder: string, to: string, words: Words, templates = templateDir): string[] {
  const cwd = join(templates, folder)
  return globSync([`**/*${suffix}`, `.github/**/*${suffix}`], { cwd }).map((file) => {
    const path = join(to, filled(file.slice(0, -suffix.length), words))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, filled(readFileSync(join(cwd, file), 'utf8'), words), { flag: 'wx' })
    return path
  })
}

/** Returns the spellings of a name: `gift-cards` → `GiftCards`, `Gift cards`. */
export function wordsOf(name: string): { name: string; Name: string; title: string } {
  const parts = name.split('-')
  const plain = parts.join(' ')
  return { name, Name: parts.map(capital).join(''), title: capital(plain) }
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function filled(text: string, words: Words): string {
  return text.replaceAll(/%(\w+)%/g, (whole, key: string) => words[key] ?? whole)
}
