import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { logger } from '@mallhive/process-kit/telemetry'

import { readEvent } from './read-event.ts'

/** Records of a Kinesis stream as Lambda delivers them: https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html */
export type KinesisEvent = { Records: { kinesis: { sequenceNumber: string; data: string } }[] }
export type BatchResponse = { batchItemFailures: { itemIdentifier: string }[] }

const log = logger('to-lake')

/**
 * Returns a handler that stores each event of a batch as an object. A record that is delivered again overwrites its object with the
 * same text. Records that could not be stored are named in the answer: Lambda delivers the batch again from the first of them.
 */
export const storeRecords =
  (s3: S3Client, Bucket: string) =>
  async ({ Records }: KinesisEvent): Promise<BatchResponse> => {
    const failures = await Promise.all(
      Records.map(async ({ kinesis: { sequenceNumber, data } }) => {
        try {
          const { key: Key, body: Body } = readEvent(data)
          await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/json' }))
          return []
        } catch (error) {
          log.error({ err: error, sequenceNumber }, 'record not stored')
          return [{ itemIdentifier: sequenceNumber }]
        }
      }),
    )
    return { batchItemFailures: failures.flat() }
  }
