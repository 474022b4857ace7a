import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { dirname, join, normalize } from 'node:path'

import { describe, expect, test } from 'vitest'

import { rootDir } from './paths.ts'

type Import = { from: string; specifier: string; typeOnly: boolean }

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: rootDir,
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean)
const read = (path: string) => readFileSync(join(rootDir, path), 'utf8')
const homes = files.filter((path) => path.endsWith('/package.json')).map(dirname)
const homeOf = new Map<string, string>(
  homes.map((home) => [JSON.parse(read(`${home}/package.json`)).name, home]),
)
const sources = files.filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !/\/(gen|drizzle)\//.test(path))
const commented = files.filter(
  (path) => /\.(ts|tsx|mjs|css|proto|sql)$/.test(path) && !/\/(gen|seed\/catalogue)\//.test(path),
)
const imports = sources.flatMap(importsOf)

/** Which folders a folder may reach, most specific first. Everything that is not listed is refused. */
const mayReach: [home: RegExp, targets: RegExp][] = [
  [/\/fixtures\//, /^packages\/mfe-kit$/],
  [/^packages\/contracts$/, /^$/],
  [/^packages\/design-system$/, /^packages\/contracts$/],
  [/^packages\/mfe-kit$/, /^packages\/contracts$/],
  [/^packages\/process-kit$/, /^$/],
  [/^packages\/sandbox$/, /^$/],
  [/^packages\/service-kit$/, /^packages\/(contracts|process-kit)$/],
  [/^packages\/release-runtime$/, /^packages\/mfe-kit$/],
  [/^packages\/release-kit$/, /^packages\/(mfe-kit|release-runtime)$/],
  [/^services\/release-desk$/, /^packages\/(contracts|process-kit|release-kit|release-runtime|service-kit)$/],
  [/^services\//, /^packages\/(contracts|process-kit|service-kit)$/],
  [
    /^bff\/host$/,
    /^packages\/(contracts|mfe-kit|process-kit|release-kit|release-runtime|sandbox|service-kit)$/,
  ],
  [/^bff\//, /^packages\/(contracts|mfe-kit)$/],
  [/^mfe-/, /^(packages\/(design-system|mfe-kit)|bff\/(?!host$).*)$/],
  [/^shell$/, /^packages\/(contracts|design-system|mfe-kit|process-kit|release-runtime|sandbox)$/],
  [/^infra\/(local|mlops|tools)$/, /^(packages|services|bff|infra|shell|e2e)/],
  [/^infra\/serverless$/, /^(packages\/(process-kit|service-kit)|services\/search)$/],
  [/^e2e$/, /^(infra\/(local|tools)|shell|packages\/(mfe-kit|release-kit|release-runtime))$/],
]

describe('direction', () => {
  test('an import leaves its folder only for a folder that the table allows', () => {
    const strays = imports.flatMap(({ from, specifier }) => {
      const home = homeFor(from)
      const target = targetOf(from, specifier)
      if (!home || !target || target === home || isAllowed(home, target)) return []
      return `${from} imports ${specifier}`
    })
    expect(strays).toEqual([])
  })

  test('no package.json depends on a workspace package that the table does not allow', () => {
    const strays = [...homeOf].flatMap(([name, home]) => {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(read(`${home}/package.json`))
      return Object.keys({ ...dependencies, ...devDependencies })
        .filter((dependency) => homeOf.has(dependency) && !isAllowed(home, homeOf.get(dependency) ?? ''))
        .map((dependency) => `${name} depends on ${dependency}`)
    })
    expect(strays).toEqual([])
  })

  test('a micro frontend imports only types, and only of its own BFF', () => {
    const strays = imports.filter(({ from, specifier, typeOnly }) => {
      const home = homeFor(from)
      if (!home?.startsWith('mfe-') || !specifier.startsWith('@mallhive/bff-')) return false
      return !typeOnly || specifier.split('/')[1] !== home.replace('mfe-', 'bff-')
    })
    expect(strays).toEqual([])
  })

  test('parts that serve shoppers depend on no build tool', () => {
    const tools = /^(@mallhive\/release-kit|webpack|typescript|esbuild|@playwright\/test)(\/|$)/
    const strays = imports.filter(
      ({ from, specifier }) =>
        /^(shell|bff\/host|packages\/(process-kit|release-runtime|service-kit))\/src\/(?!build\/)/.test(
          from,
        ) &&
        !/(\.test|\/testing)\.tsx?$/.test(from) &&
        tools.test(specifier),
    )
    const manifests = [
      'shell',
      'bff/host',
      'packages/process-kit',
      'packages/release-runtime',
      'packages/service-kit',
    ].flatMap((home) =>
      Object.keys(JSON.parse(read(`${home}/package.json`)).dependencies).filter((name) => tools.test(name)),
    )
    expect([...strays, ...manifests]).toEqual([])
  })
})

describe('style sheets', () => {
  test('sides are those of the reading direction, so that pages in Arabic are mirrored', () => {
    const physical = /(margin|padding|border)-(left|right)|text-align: (left|right)|^\s+(left|right):/m
    // Laid out by scripts, in the viewport's coordinates.
    const measured = [
      'shell/src/client/boundaries.module.css',
      'shell/src/document/transition-mark.module.css',
    ]
    const sheets = files.filter((path) => path.endsWith('.css') && !measured.includes(path))
    expect(sheets.filter((path) => physical.test(read(path)))).toEqual([])
  })
})

describe('the contracts', () => {
  test('pages and the kits that pages bundle import only those that pages may bundle', () => {
    const strays = imports.filter(({ from, specifier }) => {
      const carrier = /^(shell|packages\/(design-system|mfe-kit))$/.test(homeFor(from) ?? '')
      return (
        carrier &&
        !/^(packages\/mfe-kit\/src\/bff|shell\/src\/server)\//.test(from) &&
        /^@mallhive\/contracts\/(?!(consents|currencies|locales|minor-units|cookies|limits|quantity|error-summary)$)/.test(
          specifier,
        )
      )
    })
    expect(strays).toEqual([])
  })

  test('no other source lists currencies or countries', () => {
    const listed = /'EUR'.*'USD'|'USD'.*'EUR'|\bAT BE BG\b/s
    const product = sources.filter(
      (path) =>
        /^(bff|mfe-|packages|services|shell)/.test(path) && !/\.(test|stories)\.|\/fixtures\//.test(path),
    )
    expect(product.filter((path) => listed.test(read(path)))).toEqual([])
  })

  test('the tables of markets, currencies and their exponents import nothing', () => {
    const tables = /^packages\/contracts\/src\/(markets|currencies|minor-units)\.ts$/
    expect(imports.filter(({ from }) => tables.test(from))).toEqual([])
  })
})

describe('the repository', () => {
  test('packages/ is a closed list', () => {
    const packages = homes.filter((home) => home.startsWith('packages/')).map((home) => home.split('/')[1])
    expect(new Set(packages)).toEqual(
      new Set([
        'contracts',
        'process-kit',
        'service-kit',
        'mfe-kit',
        'release-runtime',
        'release-kit',
        'design-system',
        'sandbox',
      ]),
    )
  })

  test('every AWS client has time limits', () => {
    const opened = sources.filter(
      (path) =>
        /^(bff|packages|services|shell)\//.test(path) &&
        !/(\.test|\/testing)\.ts$/.test(path) &&
        /new [A-Z]\w+Client\(/.test(read(path)) &&
        /from '@aws-sdk\//.test(read(path)),
    )
    expect(opened.length).toBeGreaterThan(3)
    expect(opened.filter((path) => !read(path).includes('throwOnRequestTimeout: true'))).toEqual([])
  })

  test('no folder has a banned name', () => {
    const banned = /(^|\/)(utils?|helpers?|common|misc|types)\//
    expect(files.filter((path) => banned.test(path))).toEqual([])
  })

  test('packages list the modules that others may import', () => {
    const open = homes.filter((home) =>
      Object.entries(JSON.parse(read(`${home}/package.json`)).exports ?? {}).some(
        ([key, target]) => key.includes('*') && String(target).includes('src/'),
      ),
    )
    expect(open).toEqual([])
  })

  test('comments and documents name the actor of a sentence', () => {
    const riddle =
      /\b(whoever|nobody|somebody|anybody|who asks|who works|(is|are|was|were) told|hears of|need not|lest)\b/i
    const documents = files.filter((path) => path.endsWith('.md') && !path.startsWith('docs/decisions/'))
    const strays = [
      ...commented.filter((path) => commentsOf(path).some((comment) => riddle.test(comment))),
      ...documents.filter((path) => riddle.test(read(path))),
    ]
    expect(strays).toEqual([])
  })

  test('texts for people use the words of a shop', () => {
    const quaint = /\b(halls?|aisles?|shall|whoever|whatever|nobody|somebody|1 thing|\} things)\b/i
    const shown = sources.filter(
      (path) =>
        /^(bff|mfe-|shell|services\/notifications|packages\/(mfe-kit|design-system))/.test(path) &&
        !/\.(test|stories)\.|\/(fixtures|\.storybook)\//.test(path),
    )
    expect(shown.filter((path) => quaint.test(withoutComments(read(path))))).toEqual([])
  })

  test('every version is exact and stands in the catalogue', () => {
    const loose = homes.flatMap((home) => {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(read(`${home}/package.json`))
      return Object.entries<string>({ ...dependencies, ...devDependencies })
        .filter(([, version]) => !/^(catalog:|workspace:\*)$/.test(version))
        .map(([name, version]) => `${home}: ${name} ${version}`)
    })
    const ranges = read('pnpm-workspace.yaml').match(/^ {2}\S+: [\^~].*$/gm) ?? []
    expect([...loose, ...ranges]).toEqual([])
  })

  test('the lock file names no registry', () => {
    expect(read('pnpm-lock.yaml')).not.toMatch(/https?:\/\//)
  })
})

function importsOf(path: string): Import[] {
  const pattern =
    /^\s*(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/gm
  return [...read(path).matchAll(pattern)].map((match) => ({
    from: path,
    specifier: match[2] ?? match[3] ?? '',
    typeOnly: match[1] !== undefined,
  }))
}

const comment = /\/\*[^]*?\*\/|(?<![:'"`\w])\/\/.*|^\s*--.*/gm

const commentsOf = (path: string): string[] => read(path).match(comment) ?? []
const withoutComments = (text: string): string => text.replaceAll(comment, '')

/** The workspace folder a file belongs to. */
function homeFor(path: string): string | undefined {
  return homes.find((home) => path.startsWith(`${home}/`))
}

/** The workspace folder an import leads to; undefined for libraries. */
function targetOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return homeFor(normalize(join(dirname(from), specifier)))
  return homeOf.get(specifier.split('/').slice(0, 2).join('/'))
}

function isAllowed(home: string, target: string): boolean {
  return mayReach.find(([pattern]) => pattern.test(home))?.[1].test(target) ?? false
}
