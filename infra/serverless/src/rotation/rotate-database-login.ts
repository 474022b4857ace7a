import { randomBytes } from 'node:crypto'

import { logger } from '@mallhive/process-kit/telemetry'
import { z } from 'zod'

import type { SecretsManager } from '../secrets/secrets-manager.ts'
import { otherLogin, setPassword, tryLogin } from './logins.ts'

/** What Secrets Manager sends: https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html */
const rotation = z.object({
  SecretId: z.string(),
  ClientRequestToken: z.string(),
  Step: z.enum(['createSecret', 'setSecret', 'testSecret', 'finishSecret']),
})
const described = z.object({
  RotationEnabled: z.boolean().optional(),
  VersionIdsToStages: z.record(z.string(), z.array(z.string())),
})
const valued = z.object({ VersionId: z.string(), SecretString: z.string() })
const values = z.looseObject({ DATABASE_URL: z.url() })
const administrator = z.object({ username: z.string(), password: z.string() })
const log = logger('rotate-secrets')

/**
 * Returns a handler that replaces the password in a workload's DATABASE_URL, with the other one of its two logins: the login before
 * stays valid until the next rotation, within which the part must be restarted. Each step may be repeated.
 */
export const rotateDatabaseLogin =
  (ask: SecretsManager, administratorSecret: string) =>
  async (event: unknown): Promise<void> => {
    const { SecretId, ClientRequestToken: VersionId, Step } = rotation.parse(event)
    const stages = described.parse(await ask('DescribeSecret', { SecretId })).VersionIdsToStages
    if (!stages[VersionId]) throw new Error(`${SecretId} has no version ${VersionId} to rotate to`)
    if (stages[VersionId].includes('AWSCURRENT')) return
    const read = async (stage: object) => {
      const found = valued.parse(await ask('GetSecretValue', { SecretId, ...stage }))
      return { id: found.VersionId, value: values.parse(JSON.parse(found.SecretString)) }
    }
    const pending = () => read({ VersionId, VersionStage: 'AWSPENDING' })

    const steps: Record<typeof Step, () => Promise<void>> = {
      async createSecret() {
        if (await pending().catch(isMissing)) return
        const { value } = await read({ VersionStage: 'AWSCURRENT' })
        const SecretString = JSON.stringify({ ...value, DATABASE_URL: nextUrl(value.DATABASE_URL) })
        const put = { SecretId, ClientRequestToken: VersionId, SecretString, VersionStages: ['AWSPENDING'] }
        await ask('PutSecretValue', put)
      },
      async setSecret() {
        const [next, current] = [await pending(), await read({ VersionStage: 'AWSCURRENT' })]
        const [url, before] = [next, current].map(({ value }) => new URL(value.DATABASE_URL)) as [URL, URL]
        if (url.host !== before.host || url.username !== otherLogin(before.username))
          throw new Error(`${SecretId} changed since its rotation began: cancel it and rotate again`)
        const secret = await ask('GetSecretValue', { SecretId: administratorSecret })
        const { username, password } = administrator.parse(JSON.parse(valued.parse(secret).SecretString))
        const as = Object.assign(new URL(before), { username, password: encodeURIComponent(password) })
        await setPassword(as.href, url.username, url.password)
      },
      async testSecret() {
        await tryLogin((await pending()).value.DATABASE_URL)
      },
      async finishSecret() {
        const { id } = await read({ VersionStage: 'AWSCURRENT' })
        const move = { VersionStage: 'AWSCURRENT', MoveToVersionId: VersionId, RemoveFromVersionId: id }
        await ask('UpdateSecretVersionStage', { SecretId, ...move })
      },
    }
    await steps[Step]()
    log.info({ secret: SecretId, version: VersionId, step: Step }, 'rotation step done')
  }

function nextUrl(url: string): string {
  const next = new URL(url)
  return Object.assign(next, {
    username: otherLogin(next.username),
    password: randomBytes(32).toString('hex'),
  }).href
}

function isMissing(error: unknown): undefined {
  if (!(error instanceof Error && error.message.includes('ResourceNotFoundException'))) throw error
}
