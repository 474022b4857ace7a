import { awsEnv, eventBusEnv, processEnv, tokenEnv } from '@mallhive/process-kit/env'
import { secret } from '@mallhive/process-kit/secret'
import { z } from 'zod'

export const configSchema = z.object({
  ...processEnv,
  ...awsEnv,
  ...tokenEnv,
  ...eventBusEnv,
  DATABASE_URL: secret(z.string().min(1)),
  SMTP_URL: secret(z.string().startsWith('smtp')),
  /** Origin of pictures and links in mails. */
  PUBLIC_ORIGIN: z.url(),
  MAIL_FROM: z.string().default('MallHive <orders@mallhive.test>'),
})

export type Config = z.infer<typeof configSchema>
