import { expect, test } from 'vitest'
import { runCommand } from './run-command.ts'

const script = (code: string) => ({
  name: 'a script',
  command: process.execPath,
  args: ['--eval', code],
  env: process.env,
})

test('a command gets its input once it is known', async () => {
  const lines: string[] = []
  const input = Promise.resolve('first\nsecond\n')
  await runCommand({ ...script('process.stdin.pipe(process.stdout)'), input }, (line) => lines.push(line))
  expect(lines).toEqual(['first', 'second'])
})

test('a command whose input fails is ended', async () => {
  const { promise: input, reject } = Promise.withResolvers<string>()
  let pid = 0
  const running = runCommand(
    { ...script('console.log(process.pid); process.stdin.resume()'), input },
    (line) => {
      pid = Number(line)
      reject(new Error('no engine'))
    },
  )
  await expect(running).rejects.toThrow('no engine')
  await expect.poll(() => isRunning(pid)).toBe(false)
})

test('a command that fails says so with its last lines', async () => {
  const failing = script('console.error("disk full"); process.exitCode = 3')
  await expect(runCommand(failing, () => {})).rejects.toThrow('a script failed (3):\ndisk full')
})

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
