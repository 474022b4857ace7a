import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** Runs a command of the AWS command line with input as JSON, and returns its answer. */
export type Aws = (command: string[], input: object) => Promise<unknown>

/** The AWS command line of this machine, with the credentials of the person who runs it. No list of processes shows the input. */
export const awsCommand: Aws = async (command, input) => {
  // Only its owner enters a folder that mkdtemp makes.
  const folder = mkdtempSync(join(tmpdir(), 'mallhive-aws-'))
  const file = join(folder, 'input.json')
  try {
    writeFileSync(file, JSON.stringify(input), { mode: 0o600 })
    const { stdout } = await execute('aws', [
      ...command,
      '--output',
      'json',
      '--cli-input-json',
      `file://${file}`,
    ])
    return stdout.trim() === '' ? {} : JSON.parse(stdout)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
