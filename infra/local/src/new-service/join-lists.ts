import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { serviceWords, urlVariable } from './words.ts'

type Edit = (text: string) => string

/**
 * Adds a service to the lists that name every service. Returns the paths of the lists.
 * @throws Error, before any change, when a list does not look as expected
 */
export function joinLists(root: string, name: string): string[] {
  const edited = Object.entries(editsFor(name)).map(([path, edit]) => {
    const file = join(root, path)
    return { file, text: edit(readFileSync(file, 'utf8')) }
  })
  for (const { file, text } of edited) writeFileSync(file, text)
  return edited.map(({ file }) => file)
}

function editsFor(name: string): Record<string, Edit> {
  const { Name, package: contract, title } = serviceWords(name)
  const key = /-/.test(name) ? `'${name}'` : name
  const module = (kind: string) => `${kind}: () => import('@mallhive/service-${name}/${kind}'),`
  const importLine = `import { ${Name}Service } from '@mallhive/contracts/${name}'`
  return {
    'infra/mall.ts': (text) =>
      inserted(
        inserted(
          text,
          /^ {2}\S+: \{\n {4}kind: 'service',\n(?: {4}.*\n)* {2}\},\n/gm,
          `  ${key}: {\n    kind: 'service',\n    needs: ['postgres'],\n    calls: [],\n    secrets: [...ofTracing, 'PART_KEY', 'DATABASE_URL'],\n    ready: '/readyz',\n    port: ${freePartPort(text)},\n    minReplicas: 2,\n    maxReplicas: 6,\n    cpu: '100m',\n    memory: '384Mi',\n  },\n`,
        ),
        /^ {4}kind: 'bff',\n(?: {4}.*\n)*? {4}calls: \[[^\]]*?(?=,?\s*\])/gm,
        `, '${name}'`,
      ),
    'infra/local/src/mall/service-modules.ts': (text) =>
      inserted(
        text,
        /^ {2}\},\n(?=\} satisfies)/gm,
        `  ${key}: {\n    ${['main', 'config', 'callers'].map(module).join('\n    ')}\n  },\n`,
      ),
    'infra/local/src/access/rpcs.test.ts': (text) =>
      inserted(
        inserted(text, /^import .* from '@mallhive\/contracts\/[\w-]+'\n/gm, `${importLine}\n`),
        /^const table: [\s\S]*?\n(?=\]\n)/gm,
        `  [${Name}Service, { AddEntry: '.GASM' }],\n`,
      ),
    'infra/local/src/mall/part-env.test.ts': (text) =>
      inserted(
        inserted(
          text,
          /^const expected: [\s\S]*?\n(?= {2}bff: )/gm,
          `  ${key}: \`\${everyProcess} \${tokens} DATABASE_URL\`,\n`,
        ),
        /^ {2}bff: `[^`]*(?=`)/gm,
        `\n    ${urlVariable(name)}`,
      ),
    'bff/host/src/config.ts': (text) =>
      inserted(
        text,
        /^ +\w+_URL: z\.url\(\)\.optional\(\),\n/gm,
        `    ${urlVariable(name)}: z.url().optional(),\n`,
      ),
    'packages/contracts/package.json': (text) => {
      const manifest: { exports: Record<string, string> } = JSON.parse(text)
      manifest.exports[`./${name}`] = `./gen/mallhive/${contract}/v1/${contract}_pb.js`
      return jsonText(manifest)
    },
    'infra/local/package.json': (text) => {
      const manifest: { dependencies: Record<string, string> } = JSON.parse(text)
      const all = Object.entries({ ...manifest.dependencies, [`@mallhive/service-${name}`]: 'workspace:*' })
      manifest.dependencies = Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : 1)))
      return jsonText(manifest)
    },
    'infra/local/tsconfig.json': (text) => referring(text, '../../services/', name),
    'tsconfig.json': (text) => referring(text, 'services/', name),
    'README.md': (text) =>
      inserted(
        text,
        /^\| `services\/[\w-]+` \|.*\n/gm,
        `| \`services/${name}\` | ${title.toLowerCase()} |\n`,
      ),
  }
}

/** Returns the port after the highest one in the list of parts. */
function freePartPort(text: string): number {
  return Math.max(...[...text.matchAll(/^ {4}port: (\d+),$/gm)].map(([, port]) => Number(port))) + 1
}

/** Inserts text after the last match. */
function inserted(text: string, after: RegExp, what: string): string {
  const last = [...text.matchAll(after)].at(-1)
  if (!last) throw new Error(`no place for:\n${what}\nnothing matches ${after}`)
  const at = last.index + last[0].length
  return text.slice(0, at) + what + text.slice(at)
}

/** Adds a project reference after the last one to a service. */
function referring(text: string, folder: string, name: string): string {
  const config: { references: { path: string }[] } = JSON.parse(text)
  const last = config.references.findLastIndex(({ path }) => path.startsWith(folder))
  config.references.splice(last + 1, 0, { path: folder + name })
  return jsonText(config)
}

const jsonText = (value: object): string => `${JSON.stringify(value, null, 2)}\n`
