import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'

import { cacheDir, rootDir } from './paths.ts'
import type { TestCount } from './test-count.ts'

type Check = { name: string; command: string; cwd?: string }

const contracts = `${rootDir}/packages/contracts`
const regenerated = `${cacheDir}/contracts`

const checks: Check[] = [
  { name: 'format', command: 'oxfmt --check .' },
  { name: 'lint', command: 'oxlint --type-aware --deny-warnings .' },
  { name: 'types', command: 'tsc -b' },
  { name: 'unused code', command: 'knip' },
  { name: 'contracts lint', command: 'buf lint', cwd: contracts },
  { name: 'contracts stay compatible', command: breaking(), cwd: contracts },
  {
    name: 'contracts are generated anew',
    command: `buf generate --output ${regenerated} && git diff --no-index --stat gen ${regenerated}/gen`,
    cwd: contracts,
  },
]

/** Runs every static check, two at a time, and prints a line for each, followed by the output of a failed one. */
export async function runChecks(): Promise<TestCount> {
  rmSync(regenerated, { recursive: true, force: true })
  const waiting = [...checks]
  const count: TestCount = { passed: 0, failures: [] }
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const began = performance.now()
      const { ok, output } = await run(check)
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      console.log(`${ok ? 'ok  ' : 'FAIL'} ${check.name} (${seconds} s)`)
      if (!ok) console.log(output.trimEnd())
      if (ok) count.passed += 1
      else count.failures.push(`check: ${check.name}`)
    }
  }
  await Promise.all([worker(), worker()])
  return count
}

/** Returns the command that checks contracts for breaking changes against origin/main, or HEAD~1 when HEAD is origin/main. */
function breaking(): string {
  const against = '../../.git#subdir=packages/contracts,ref'
  const isBehind = '[ "$(git rev-parse -q --verify origin/main)" != "$(git rev-parse HEAD)" ]'
  return `if git rev-parse -q --verify origin/main >/dev/null && ${isBehind}; then ref=origin/main
    elif git rev-parse -q --verify HEAD~1 >/dev/null; then ref=HEAD~1
    else echo "nothing has landed to compare with"; exit 0; fi
    buf breaking --against "${against}=$ref"`
}

function run({ command, cwd = rootDir }: Check): Promise<{ ok: boolean; output: string }> {
  const child = spawn('/bin/sh', ['-c', command], {
    cwd,
    env: {
      ...process.env,
      PATH: `${cwd}/node_modules/.bin:${rootDir}/node_modules/.bin:${process.env.PATH}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ ok: false, output: error.message }))
    child.once('close', (code) => resolve({ ok: code === 0, output }))
  })
}

if (import.meta.main) {
  const { passed, failures } = await runChecks()
  console.log(`${passed} passed, ${failures.length} failed`)
  process.exitCode = failures.length === 0 ? 0 : 1
}
