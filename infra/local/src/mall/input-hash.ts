import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { rootDir } from '../paths.ts'

const aside = /(^|\/)(node_modules|dist|\.next|storybook-static|\.storybook)(\/|$)/
const unused = /\.(test|stories)\.tsx?$|\.md$|\.tsbuildinfo$|(^|\/)next-env\.d\.ts$/

/** Returns a hash of a build's inputs: the files of `folders` and the versions of their dependencies. */
export function inputHash(folders: string[]): string {
  const hash = createHash('sha256')
  const found = folders.flatMap((folder) =>
    globSync(`${folder}/**/*`, {
      cwd: rootDir,
      withFileTypes: true,
      exclude: (entry) => aside.test(entry.name),
    })
      .filter((entry) => entry.isFile() && !unused.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  for (const file of [
    ...found.toSorted(),
    ...['pnpm-lock.yaml', 'tsconfig.base.json'].map((name) => join(rootDir, name)),
  ]) {
    hash.update(file.slice(rootDir.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}
