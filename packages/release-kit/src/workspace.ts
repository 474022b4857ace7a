import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { didYouMean } from './did-you-mean.ts'
import { ReleaseError } from '@mallhive/release-runtime/release-error'

/** Returns the closest folder at or above `from` with the mall's state or the workspace root. */
export function workspaceRoot(from: string): string {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'pnpm-workspace.yaml')) || existsSync(join(folder, '.mall'))) return folder
    if (dirname(folder) === folder) return resolve(from)
  }
}

/**
 * Returns the folder of a micro frontend: by name (`cart` → `mfe-cart`), by path, or the current one.
 * @throws ReleaseError INVALID without a mall.config.ts
 */
export function microFrontendRoot(from: string, nameOrPath?: string): string {
  const candidates = nameOrPath
    ? [resolve(from, nameOrPath), join(workspaceRoot(from), `mfe-${nameOrPath}`)]
    : [resolve(from)]
  const root = candidates.find((folder) => existsSync(join(folder, 'mall.config.ts')))
  if (root) return root
  const meant = nameOrPath ? didYouMean(nameOrPath, microFrontendNames(from)) : ''
  throw new ReleaseError('INVALID', `no mall.config.ts in ${candidates.join(' or ')}${meant}`)
}

/** Returns the names of this workspace's micro frontends: every folder `mfe-<name>` with a `mall.config.ts`. */
export function microFrontendNames(from: string): string[] {
  const found = globSync('mfe-*/mall.config.ts', { cwd: workspaceRoot(from) })
  return found.map((file) => dirname(file).slice('mfe-'.length)).toSorted()
}

/**
 * Returns this process's environment, completed by that of the local mall (`.mall/env.json`, or that in the folder
 * MALL_STATE), so that `./mall` needs no settings on a developer's machine.
 * @throws ReleaseError when neither names the bucket
 */
export function mallEnv(
  from: string,
  env: Record<string, string | undefined>,
): Record<string, string | undefined> {
  if (env.AWS_ENDPOINT_URL || env.RELEASES_BUCKET) return env
  const state = env.MALL_STATE ? resolve(from, env.MALL_STATE) : join(workspaceRoot(from), '.mall')
  const file = join(state, 'env.json')
  if (!existsSync(file))
    throw new ReleaseError(
      'UNREACHABLE',
      `no mall has its state in ${state}: start one with \`npm start\`, set MALL_STATE to the folder of another (\`export MALL_STATE=/tmp/mall\` after \`npm start -- --state /tmp/mall\`), or set RELEASES_BUCKET for a remote mall`,
    )
  const local: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'))
  return { ...local, ...env }
}
