import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { logger } from '@mallhive/process-kit/telemetry'
import { z } from 'zod'

import { isSigned } from './is-signed.ts'

/** A request as an HTTP API gives it (payload format 2.0). */
const request = z.object({
  pathParameters: z.object({ partner: z.string() }),
  headers: z.object({
    'webhook-id': z.string().regex(/^[\w.-]{1,128}$/),
    'webhook-timestamp': z.string(),
    'webhook-signature': z.string().max(1024),
  }),
  body: z.string(),
  isBase64Encoded: z.boolean(),
})
export type Response = { statusCode: number }

/** With the envelope within what a message of SQS holds. */
const mostBytes = 64 * 1024
const log = logger('partner-webhook')

/**
 * Returns a handler that queues a partner's signed JSON message, with the partner and its id, by which readers recognise a repeated
 * one. What fails here fails the request, so that the partner sends it again.
 */
export const receiveWebhook =
  ({
    sqs,
    queueUrl,
    secretsOf,
  }: {
    sqs: SQSClient
    queueUrl: string
    secretsOf: (partner: string) => Promise<string[]>
  }) =>
  async (event: unknown): Promise<Response> => {
    const read = request.safeParse(event)
    if (!read.success) return { statusCode: 400 }
    const {
      pathParameters: { partner },
      headers,
      body,
      isBase64Encoded,
    } = read.data
    const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
    if (bytes.length > mostBytes) return { statusCode: 413 }
    const id = headers['webhook-id']
    const signed = { id, timestamp: headers['webhook-timestamp'], signature: headers['webhook-signature'] }
    if (!isSigned(await secretsOf(partner), signed, bytes)) {
      log.warn({ partner, id }, 'webhook refused')
      return { statusCode: 401 }
    }
    const message = asJson(bytes)
    if (message === undefined) return { statusCode: 400 }
    const MessageBody = JSON.stringify({ partner, id, message })
    await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody }))
    return { statusCode: 202 }
  }

function asJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
