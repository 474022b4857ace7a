import { SQSClient } from '@aws-sdk/client-sqs'
import { readConfig } from '@mallhive/process-kit/config'
import { z } from 'zod'

import { readSecret } from './secrets/read-secret.ts'
import { receiveWebhook } from './webhook/receive-webhook.ts'
import { secretsByPartner } from './webhook/secrets-by-partner.ts'

const { QUEUE_URL, SECRET_ARN } = readConfig(
  z.object({ QUEUE_URL: z.url(), SECRET_ARN: z.string() }),
  process.env,
)

/** Queues what partners send. */
export const handler = receiveWebhook({
  sqs: new SQSClient(),
  queueUrl: QUEUE_URL,
  secretsOf: secretsByPartner(() => readSecret(SECRET_ARN, process.env)),
})
