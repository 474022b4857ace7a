import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { rootDir } from '../paths.ts'
import { playGitHub } from '../pipelines/play-github.ts'
import { runWorkflow } from './run-workflow.ts'

const workflow = '.github/workflows/micro-frontend.yml'
const name = 'cart'

/**
 * Releases versions of a micro frontend as their team's workflow does, from an empty clone of the commit: each for its pull request,
 * then for what has landed. `teamEnv` says into which mall. Returns the comments on the pull request, or what went wrong.
 */
export async function releaseFromClone(
  teamEnv: Record<string, string>,
  home: string,
  versions: string[],
): Promise<{ comments: string[] } | { problem: string }> {
  const clone = join(home, 'clone')
  rmSync(clone, { recursive: true, force: true })
  execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${rootDir}`, clone])
  await using github = await playGitHub()
  const values = {
    ...teamEnv,
    AWS_SESSION_TOKEN: 'token',
    NAME: name,
    MALL_USER: 'pipeline',
    GITHUB_TOKEN: 'token',
    GITHUB_REPOSITORY: 'mallhive/mallhive',
    GITHUB_API_URL: github.url,
    PULL_REQUEST: '7',
  }
  for (const version of versions) {
    raise(join(clone, `mfe-${name}/package.json`), version)
    for (const event of ['pull_request', 'push'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- what lands was a pull request before
      const problem = await runWorkflow(workflow, event, clone, values)
      if (problem) return { problem: `${version}, ${event}: ${problem}` }
    }
  }
  rmSync(clone, { recursive: true })
  return { comments: github.comments.map(({ body }) => body) }
}

function raise(file: string, version: string): void {
  const known = JSON.parse(readFileSync(file, 'utf8')) as object
  writeFileSync(file, JSON.stringify({ ...known, version }, null, 2))
}
