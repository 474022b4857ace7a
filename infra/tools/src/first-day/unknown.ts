import { spawnSync } from 'node:child_process'
import { accessSync, constants, globSync } from 'node:fs'
import { join } from 'node:path'

import { environments } from '../../../environments.ts'
import { rootDir } from '../paths.ts'
import { codeOf } from './read-page.ts'
import {
  bootstrap,
  configuration,
  hasOutput,
  infraVerbs,
  mallModule,
  mallVerbs,
  npmScripts,
  terraform,
} from './what-exists.ts'

/** Finds names in a command or a word, and says which of them do not exist. */
type Rule = { names: RegExp; exists: (name: string) => boolean; what: string }

const rules: Rule[] = [
  { what: 'path', names: /(?<![\w/.-])((?:infra|docs)\/[\w./*$<>-]+\w\*?)/g, exists: hasPath },
  { what: 'program', names: /(?<![\w/-])(infra\/pipelines\/[\w.-]+)/g, exists: isProgram },
  { what: 'script of npm', names: /npm run (?:-s )?([\w-]+)/g, exists: (name) => npmScripts.includes(name) },
  { what: 'verb of infra', names: /infra -- ([\w-]+)/g, exists: (name) => infraVerbs.includes(name) },
  { what: 'verb of mall', names: /\.\/mall ([\w-]+)/g, exists: (name) => mallVerbs.includes(name) },
  {
    what: 'output of the mall',
    names: /\bout "?'?\.([\w.]+)/g,
    exists: (path) => hasOutput(path.split('.')),
  },
  { what: 'output of an environment', names: /tf output -json (\w+)/g, exists: of('output', terraform) },
  { what: 'module', names: /-target=module\.mall\.module\.(\w+)/g, exists: of('module', mallModule) },
  { what: 'variable of bootstrap', names: /-var (\w+)=/g, exists: of('variable', bootstrap) },
  { what: 'output of bootstrap', names: /terraform output -raw (\w+)/g, exists: of('output', bootstrap) },
  { what: 'variable', names: /^([A-Z]+(?:_[A-Z]+)+)$/g, exists: (name) => configuration.includes(name) },
  {
    what: 'variable or output of Terraform',
    names: /^([a-z]+(?:_[a-z]+)+)$/g,
    exists: (name) => of('variable', terraform)(name) || of('output', terraform)(name),
  },
  {
    what: 'resource',
    names: /mallhive-<environment>(-[\w-]+)/g,
    exists: (name) => [`}${name}"`, `"${name.slice(1)}"`].some((text) => terraform.includes(text)),
  },
]

/** Returns what commands of a page name that does not exist, and commands that no shell reads. */
export function unknownIn(text: string): string[] {
  const { blocks, all } = codeOf(text)
  const unread = blocks.flatMap((block) => {
    const { stderr } = spawnSync('bash', ['-n'], { input: block, encoding: 'utf8' })
    return stderr ? [`no shell reads: ${stderr.trim()}`] : []
  })
  const unknown = all.flatMap((code) =>
    rules.flatMap(({ what, names, exists }) =>
      [...code.matchAll(names)].flatMap(([, name = '']) =>
        exists(name) ? [] : [`there is no ${what} ${name}`],
      ),
    ),
  )
  return [...unread, ...unknown, ...unsetIn(all), ...tooEarlyIn(blocks)]
}

/** Commands, and the one that each needs before it. */
const needs: [command: RegExp, needed: RegExp][] = [
  [/\btf plan/, /\btf init/],
  [/\bout ["']?\./, /\btf apply/],
  [/\bkubectl /, /aws eks update-kubeconfig/],
  [/\bmall trust/, /first-secrets/],
  [/argocd\/(settings|roots)/, /argo-cd\/.*install\.yaml/],
  [/argocd\/roots/, /policies\/rights/],
  [/release-micro-frontend\.sh/, /argocd\/roots/],
]

/** Commands that stand before what they need. */
function tooEarlyIn(blocks: string[]): string[] {
  const lines = blocks.flatMap((block) => block.split('\n')).filter((line) => !/^\s*\w+\(\) \{/.test(line))
  return needs.flatMap(([command, needed]) => {
    const [first, ready] = [command, needed].map((it) => lines.findIndex((line) => it.test(line)))
    return first === undefined || ready === undefined || (ready >= 0 && ready <= first)
      ? []
      : [`${lines[first]?.trim()}: ${needed.source} has to come first`]
  })
}

/** Variables that are read before a command sets them, in the order of the page. */
function unsetIn(all: string[]): string[] {
  const set = new Set<string>()
  return all.flatMap((code) =>
    code.split('\n').flatMap((line) => {
      for (const [, name = ''] of line.matchAll(/(?:^|[\s;{])(\w+)=/g)) set.add(name)
      for (const [, name = ''] of line.matchAll(/for (\w+) in/g)) set.add(name)
      return [...line.matchAll(/\$\{?([A-Za-z_]\w*)/g)].flatMap(([, name = '']) =>
        set.has(name) ? [] : [`nothing has set ${name}`],
      )
    }),
  )
}

function hasPath(path: string): boolean {
  const each = path.replaceAll(/\$ENVIRONMENT|<environment>/g, '\0')
  return Object.keys(environments).every(
    (environment) => globSync(each.replaceAll('\0', environment), { cwd: rootDir }).length > 0,
  )
}

function isProgram(path: string): boolean {
  try {
    accessSync(join(rootDir, path), constants.X_OK)
    return true
  } catch {
    return false
  }
}

function of(kind: 'module' | 'output' | 'variable', text: string): (name: string) => boolean {
  return (name) => text.includes(`${kind} "${name}" {`)
}
