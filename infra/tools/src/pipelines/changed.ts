import { execFileSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { dirname } from 'node:path'

import { workspaceFolders } from '@mallhive/infra-local/mall/workspace-folders'

import { rootDir } from '../paths.ts'
import { type Role, type RoleName, roles } from '../images/roles.ts'

/** What a change rebuilds. */
export type Rebuilt = {
  images: string[]
  microFrontends: string[]
  /** Whether Terraform plans, and manifests are checked. */
  terraform: boolean
  manifests: boolean
}

/** What every image is made by. */
const ofAllImages = [
  'infra/tools/src/images/',
  'infra/docker/',
  'infra/local/toolchain.json',
  'infra/mall.ts',
]
/** What everything is made by: versions and compilers. */
const ofEverything = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'tsconfig.base.json']

/** Returns what the changes since a commit rebuild: that which is made of changed folders of the workspace. */
export function changed(base: string): Rebuilt {
  const args = ['diff', '--name-only', '--no-renames', `${base}...HEAD`]
  const files = execFileSync('git', args, { cwd: rootDir, encoding: 'utf8' })
  return rebuiltBy(files.split('\n').filter(Boolean))
}

/** Returns what changed files rebuild. Tests and documents rebuild nothing. */
export function rebuiltBy(files: string[]): Rebuilt {
  const effective = files.filter((file) => !/(\.test\.tsx?|\.md|\.stories\.tsx)$/.test(file))
  const touches = (folders: string[]) =>
    effective.some((file) =>
      [...folders, ...ofEverything].some((at) => file === at || file.startsWith(at.replace(/\/?$/, '/'))),
    )
  return {
    images: (Object.keys(roles) as RoleName[]).filter((name) =>
      touches([...ofAllImages, ...foldersOf(roles[name])]),
    ),
    microFrontends: microFrontends().filter((name) =>
      touches([
        ...workspaceFolders(`mfe-${name}`),
        ...workspaceFolders(`bff/${name}`),
        'packages/release-kit',
      ]),
    ),
    terraform: touches(['infra/terraform', 'infra/mall.ts', 'infra/edge', 'infra/environments.ts']),
    manifests: touches(['infra/kubernetes', 'infra/argocd', 'infra/policies', 'infra/mesh', 'infra/mall.ts']),
  }
}

/** The folders of the workspace that a role's programs import. */
function foldersOf({ programs, madeOf }: Role): string[] {
  if (madeOf) return madeOf
  const own = Object.values(programs).map(
    (file) => /^((services|bff|packages)\/[\w-]+|shell|infra\/serverless)/.exec(file)?.[0] ?? '',
  )
  return [...new Set(own.flatMap((folder) => workspaceFolders(folder)))]
}

const microFrontends = (): string[] =>
  globSync('mfe-*/package.json', { cwd: rootDir })
    .map((file) => dirname(file).slice('mfe-'.length))
    .toSorted()
