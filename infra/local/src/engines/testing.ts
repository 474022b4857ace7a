import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { inject } from 'vitest'

/** The credentials that S3, SNS and SQS of a test run accept. */
export const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
export const endpoint = inject('engines').awsEndpoint

/** Returns a client of the test run's S3 that signs with these credentials. */
export function s3Client(more: Partial<typeof credentials> = {}, at = endpoint): S3Client {
  return new S3Client({
    endpoint: at,
    region: 'eu-central-1',
    forcePathStyle: true,
    credentials: { ...credentials, ...more },
    maxAttempts: 1,
  })
}

export const s3 = s3Client()

/** Creates a bucket with objects whose bodies are their keys. */
export const filledBucket = (Bucket: string, ...keys: string[]) => fillBucket(s3, Bucket, keys)

export async function fillBucket(client: S3Client, Bucket: string, keys: string[]): Promise<void> {
  await client.send(new CreateBucketCommand({ Bucket }))
  for (const Key of keys) await client.send(new PutObjectCommand({ Bucket, Key, Body: Key }))
}
