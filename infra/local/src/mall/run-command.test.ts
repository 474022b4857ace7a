import { type AddressInfo, createServer, type Socket } from 'node:net'

import { expect, onTestFinished, test } from 'vitest'

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

test('a command whose input fails is ended, and what it has started, too', async () => {
  const { promise: input, reject } = Promise.withResolvers<string>()
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    socket.resume().on('error', () => {})
    if (sockets.push(socket) === 2) reject(new Error('no engine'))
  }).listen(0)
  onTestFinished(() => void server.close())
  const connect = `require('node:net').connect(${(server.address() as AddressInfo).port})`
  const code = `
    ${connect}
    require('node:child_process').spawn(process.execPath, ['--eval', ${JSON.stringify(connect)}])`
  await expect(runCommand({ ...script(code), input }, () => {})).rejects.toThrow('no engine')
  await expect.poll(() => sockets.map(({ closed }) => closed)).toEqual([true, true])
})

test('a command that fails says so with its last lines', async () => {
  const failing = script('console.error("disk full"); process.exitCode = 3')
  await expect(runCommand(failing, () => {})).rejects.toThrow('a script failed (3):\ndisk full')
})
