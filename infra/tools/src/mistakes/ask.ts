import { spawnSync } from 'node:child_process'

/** What a check of a copy of the repository says: whether it passes, what it printed, and whether a tool for it is absent. */
export function ask(copy: string, check: string): { passes: boolean; said: string; absent: boolean } {
  const args = check.endsWith('.test.ts')
    ? ['node_modules/vitest/vitest.mjs', 'run', '--reporter=verbose', check]
    : ['infra/tools/src/infra.ts', 'check', check]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 256 << 20,
    env: { ...process.env, NO_COLOR: '1' },
  })
  const said = stdout + stderr
  return { passes: status === 0, said, absent: status === 0 && said.includes('NOT RUN: ') }
}
