import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'

const root = join(import.meta.dirname, '../../../../../mfe-home')
const program = `
  import { typeProblems } from ${JSON.stringify(join(import.meta.dirname, 'type-problems.ts'))}
  const stopped = new AbortController()
  process.on('SIGINT', () => stopped.abort())
  console.log('checking')
  await typeProblems(${JSON.stringify(root)}, stopped.signal).catch(() => console.log('ended'))
`

/** The processes of a terminal's foreground group, which all get its Ctrl-C. */
const groupOf = (pid: number) =>
  execFileSync('ps', ['-eo', 'pid=,pgid=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)?.slice(1) ?? [])
    .flatMap((value, at, all) => (at % 3 === 0 && Number(all[at + 1]) === pid ? [Number(value)] : []))

const compilers = () =>
  execFileSync('ps', ['-eo', 'args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('--api') && line.includes(root)).length

test('Ctrl-C during a check ends the compiler, without its stack', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { detached: true })
  onTestFinished(() => void child.kill('SIGKILL'))
  const output = Promise.all([text(child.stdout), text(child.stderr)])
  await expect.poll(compilers, { timeout: 20_000, interval: 20 }).toBe(1)
  expect(groupOf(child.pid ?? 0)).toEqual([child.pid])
  process.kill(-(child.pid ?? 0), 'SIGINT')
  await once(child, 'exit')
  expect(await output).toEqual(['checking\nended\n', ''])
  await expect.poll(compilers).toBe(0)
}, 40_000)
