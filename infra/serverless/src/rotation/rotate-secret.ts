import { randomBytes } from 'node:crypto'

import { logger } from '@mallhive/process-kit/telemetry'
import { z } from 'zod'

import type { SecretsManager } from '../secrets/secrets-manager.ts'

/** How the login in an address of an engine is replaced. */
export type Login = {
  /** The address with the login or password that follows. */
  next(url: string): string
  /** Lets the next address in, and leaves the current one valid until the next rotation. May be repeated. */
  allow(next: URL, current: URL): Promise<void>
  /** Connects. @throws Error where that is refused */
  try(url: string): Promise<void>
}

export const newPassword = () => randomBytes(32).toString('hex')

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
const values = z.record(z.string(), z.string())
const log = logger('rotate-secrets')

/**
 * Returns a handler that replaces the logins in a workload's secret, by variable and in the order of `logins`: those before stay valid
 * until the next rotation, within which the part must be restarted. Each step may be repeated.
 */
export const rotateSecret =
  (ask: SecretsManager, logins: Record<string, Login>) =>
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
    const current = () => read({ VersionStage: 'AWSCURRENT' })
    const loginsIn = (value: Record<string, string>) =>
      Object.entries(logins).flatMap(([variable, login]) => {
        const url = value[variable]
        return url ? [{ variable, login, url }] : []
      })

    const steps: Record<typeof Step, () => Promise<void>> = {
      async createSecret() {
        if (await pending().catch(isMissing)) return
        const { value } = await current()
        const next = loginsIn(value).map(({ variable, login, url }) => [variable, login.next(url)])
        if (next.length === 0) throw new Error(`${SecretId} has no login to rotate`)
        const SecretString = JSON.stringify({ ...value, ...Object.fromEntries(next) })
        const put = { SecretId, ClientRequestToken: VersionId, SecretString, VersionStages: ['AWSPENDING'] }
        await ask('PutSecretValue', put)
      },
      async setSecret() {
        const { value: before } = await current()
        const changes = loginsIn((await pending()).value).map(({ variable, login, url }) => {
          const [next, old] = [new URL(url), new URL(before[variable] ?? '')]
          const due = new URL(login.next(old.href))
          if (next.host !== due.host || next.username !== due.username)
            throw new Error(`${SecretId} changed since its rotation began: cancel it and rotate again`)
          return () => login.allow(next, old)
        })
        // oxlint-disable-next-line no-await-in-loop -- what one refuses leaves those after it as they are
        for (const change of changes) await change()
      },
      async testSecret() {
        await Promise.all(loginsIn((await pending()).value).map(({ login, url }) => login.try(url)))
      },
      async finishSecret() {
        const { id } = await current()
        const move = { VersionStage: 'AWSCURRENT', MoveToVersionId: VersionId, RemoveFromVersionId: id }
        await ask('UpdateSecretVersionStage', { SecretId, ...move })
      },
    }
    await steps[Step]()
    log.info({ secret: SecretId, version: VersionId, step: Step }, 'rotation step done')
  }

function isMissing(error: unknown): undefined {
  if (!(error instanceof Error && error.message.includes('ResourceNotFoundException'))) throw error
}
