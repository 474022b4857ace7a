import { spawnSync } from 'node:child_process'
import { expect, onTestFinished, test } from 'vitest'
import { openMarkFile } from './mark-file.ts'

test('a mark can be read when its process has ended, also one that is shorter than the mark before', () => {
  const marks = openMarkFile()
  onTestFinished(() => marks[Symbol.dispose]())
  expect(marks.read()).toBeUndefined()
  const code = `
    const { writeSync } = require('node:fs')
    for (const mark of ['1 a-long-release', '2 cart']) writeSync(3, mark + '\\n', 0, 'latin1')
    process.kill(process.pid, 'SIGKILL')`
  const { signal } = spawnSync(process.execPath, ['-e', code], {
    stdio: ['ignore', 'inherit', 'inherit', marks.fd],
  })
  expect(signal).toBe('SIGKILL')
  expect(marks.read()).toBe('2 cart')
})
