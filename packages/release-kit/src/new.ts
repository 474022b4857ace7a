import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { nameSchema } from '@mallhive/release-runtime/descriptor'
import { joinAccess } from './new/join-access.ts'
import { joinWorkspace } from './new/join-workspace.ts'
import { wordsOf, writeTemplate } from './new/templates.ts'
import { ReleaseError } from '@mallhive/release-runtime/release-error'

export interface NewMicroFrontend {
  /** The folder of its `mall.config.ts`. */
  root: string
  /** Files that were written or changed, to be formatted. */
  files: string[]
}

/**
 * Writes a micro frontend with its BFF, a story and tests into a workspace, and adds it to the lists that name every
 * folder. Does not link its dependencies.
 * @throws ReleaseError INVALID for a malformed name, EXISTS for one that is taken
 */
export function newMicroFrontend(workspace: string, name: string): NewMicroFrontend {
  if (!nameSchema.safeParse(name).success)
    throw new ReleaseError(
      'INVALID',
      `"${name}" is not a valid name: use lower case, digits and single dashes, each followed by a letter`,
    )
  const [root, bff] = [join(workspace, `mfe-${name}`), join(workspace, 'bff', name)]
  const taken = [root, bff].find((folder) => existsSync(folder))
  if (taken) throw new ReleaseError('EXISTS', `${taken} is there already: choose another name`)
  const words = { ...wordsOf(name), router: `@mallhive/bff-${name}/router` }
  const files = [
    ...writeTemplate('web', root, words),
    ...writeTemplate('workspace/web', root, words),
    ...writeTemplate('bff', bff, words),
    ...writeTemplate('workspace/bff', bff, words),
  ]
  joinWorkspace(workspace, name, words.title)
  const changed = joinAccess(workspace, name)
  return { root, files: [...files, ...changed] }
}

/** Links the dependencies of new files in a workspace, and formats the files. */
export async function settleIn(workspace: string, files: string[]): Promise<void> {
  const run = promisify(execFile)
  const install = ['install', '--no-frozen-lockfile', '--prefer-offline']
  await run(pnpmOf(workspace), install, { cwd: workspace })
  const formatter = toolOf(workspace, 'oxfmt')
  if (existsSync(formatter)) await run(formatter, files, { cwd: workspace })
}

/** Returns the path of a workspace's command-line tool. */
export const toolOf = (workspace: string, name: string): string => join(workspace, 'node_modules/.bin', name)

/** Returns the workspace's own pnpm, if it has one. */
export function pnpmOf(workspace: string): string {
  const own = toolOf(join(workspace, '.cache/toolchain'), 'pnpm')
  return existsSync(own) ? own : 'pnpm'
}
