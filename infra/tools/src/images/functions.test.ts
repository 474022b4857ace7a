import { execFile } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { infraDir } from '../paths.ts'
import { bundle } from './bundle.ts'
import { roles } from './roles.ts'

// A folder that no folder of packages is above.
const elsewhere = mkdtempSync(join(tmpdir(), 'mallhive-functions-'))
beforeAll(async () => cpSync((await bundle('lambda')).dir, elsewhere, { recursive: true }))
afterAll(() => rmSync(elsewhere, { recursive: true }))

const names = Object.keys(roles.lambda.programs).filter((name) => name !== 'runtime')
/** What Terraform gives to functions. */
const env = {
  LAKE_BUCKET: 'lake',
  QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/123456789012/mallhive-partner-webhooks',
  DATABASE_ADMINISTRATOR: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:administrator',
  REDIS_USER_PREFIX: 'mallhive-dev-',
  SECRET_ARN: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:one',
  AWS_REGION: 'eu-central-1',
}

test.for(names)('%s is loaded from the bundle alone and exports a handler', async (name) => {
  const ask = `import('./${name}.mjs').then(({ handler }) => console.log(typeof handler))`
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', ask], { cwd: elsewhere, env })
  expect(stdout).toBe('function\n')
})

test('every function that Terraform makes in an account has its program', () => {
  const text = globSync('terraform/modules/{mall,secrets,serverless,stream}/*.tf', { cwd: infraDir })
    .map((file) => readFileSync(join(infraDir, file), 'utf8'))
    .join('\n')
  const commands = [...text.matchAll(/command = \["([\w-]+)\.mjs"\]/g)].map(([, name]) => name)
  const jobs = [...text.matchAll(/([\w-]+) = \{ part = /g)].map(([, name]) => name)
  const webhook = /webhook = \{\n\s+([\w-]+) = \{/.exec(text)?.[1]
  expect(new Set([...commands, ...jobs, webhook])).toEqual(new Set(names))
})
