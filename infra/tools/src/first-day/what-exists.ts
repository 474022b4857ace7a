import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { infraDir, rootDir } from '../paths.ts'

const textOf = (glob: string): string =>
  globSync(glob, { cwd: rootDir })
    .toSorted()
    .map((file) => readFileSync(join(rootDir, file), 'utf8'))
    .join('\n')

/** Configuration as text, in which names are looked for. */
export const terraform = textOf('infra/terraform/{bootstrap,environments/dev,modules/*}/*.tf')
export const mallModule = textOf('infra/terraform/modules/mall/*.tf')
export const bootstrap = textOf('infra/terraform/bootstrap/*.tf')
export const configuration = textOf('{.github/workflows/*.yml,infra/kubernetes/apps/*/*.yaml}')

const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
export const npmScripts = Object.keys(scripts)

const help = (...args: string[]) => execFileSync(process.execPath, args, { cwd: rootDir, encoding: 'utf8' })
const wordsAt = (text: string, start: RegExp) => [...text.matchAll(start)].map(([, word = '']) => word)
/** Verbs of `npm run infra` and of `./mall`. */
export const infraVerbs = wordsAt(help(join(infraDir, 'tools/src/infra.ts'), '--help'), /^ {2}([a-z-]+)/gm)
export const mallVerbs = wordsAt(help('packages/release-kit/src/bin.ts', 'help'), /^ {2}mall ([a-z-]+)/gm)

/** Whether the output `mall` of an environment has a value at a path, as far as the names that its text spells out go. */
export function hasOutput(path: string[]): boolean {
  const [name = '', ...inner] = path
  const [, text = ''] = new RegExp(`^output "${name}" \\{\\n([\\s\\S]*?)^\\}`, 'm').exec(mallModule) ?? []
  return text !== '' && inner.slice(0, 1).every((key) => new RegExp(`\\b${key}\\s*=`).test(text))
}
