import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export interface Commit {
  commit: string
  committedAt: string
}

/** The commit that the sources were taken from; the time is the commit's, because a build's own is not reproducible. */
export async function commitOf(root: string): Promise<Commit | undefined> {
  try {
    const { stdout } = await promisify(execFile)('git', ['show', '-s', '--format=%H %cI', 'HEAD'], {
      cwd: root,
    })
    const [commit = '', committedAt = ''] = stdout.trim().split(' ')
    return { commit, committedAt }
  } catch {
    return undefined // sources from an archive, or a machine without git
  }
}
