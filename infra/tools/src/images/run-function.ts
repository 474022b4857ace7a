import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { CreateBucketCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { openAws } from '@mallhive/infra-local/engines/aws'

import { playLambda } from './play-lambda.ts'
import type { Programs } from './programs.ts'
import { runImage } from './run-image.ts'

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
const region = 'eu-central-1'
const Bucket = 'lake'

/** Starts `to-lake` from the image of functions as Lambda does, and gives it an event. Returns what is wrong. */
export async function runFunction(programs: Programs, bundle: string, home: string): Promise<string[]> {
  await using stack = new AsyncDisposableStack()
  const logDir = join(home, 'logs')
  const aws = await openAws({ stateDir: home, logDir, durable: false, credentials })
  stack.defer(() => aws.part?.stop())
  const s3 = new S3Client({ endpoint: aws.url, region, credentials, forcePathStyle: true })
  stack.defer(() => s3.destroy())
  await s3.send(new CreateBucketCommand({ Bucket }))
  const event = {
    id: randomUUID(),
    type: 'mallhive.orders.v1.OrderPlaced',
    occurredAt: '2026-11-28T12:00:00Z',
  }
  const data = Buffer.from(JSON.stringify(event)).toString('base64')
  const posted = await playLambda(
    [{ Records: [{ kinesis: { sequenceNumber: '1', data } }] }],
    async (api) => {
      const runtime = await runImage(programs, {
        bundle,
        args: ['to-lake.mjs'],
        entryPoint: 2,
        env: {
          AWS_ACCESS_KEY_ID: credentials.accessKeyId,
          AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
          AWS_REGION: region,
          AWS_ENDPOINT_URL: aws.url,
          AWS_LAMBDA_RUNTIME_API: api,
          LAKE_BUCKET: Bucket,
        },
        logFile: join(logDir, 'to-lake.log'),
        ready: () => Promise.resolve(true),
      })
      return { ended: runtime.exited }
    },
  )
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }))
  const answered = JSON.stringify(posted) === '[["/invocation/0/response",{"batchItemFailures":[]}]]'
  const stored = Contents.length === 1 && Contents[0]?.Key?.endsWith(`/${event.id}.json`)
  return answered && stored
    ? []
    : [`images: to-lake answers ${JSON.stringify(posted)} and stores ${Contents.length} objects`]
}
