import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export interface Commit {
  commit: string
  committedAt: string
}

/**
 * Returns the commit of the sources and its time; a build time would not be reproducible. Undefined outside of a git
 * repository.
 */
export async function commitOf(root: string): Promise<Commit | undefined> {
  try {
    const { stdout } = await promisify(execFile)('git', ['show', '-s', '--format=%H %cI', 'HEAD'], {
      cwd: root,
    })
    const [commit = '', committedAt = ''] = stdout.trim().split(' ')
    return { commit, committedAt }
  } catch {
    return undefined // no repository, or no git
  }
}
