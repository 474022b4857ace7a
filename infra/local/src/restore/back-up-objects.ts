import {
  GetObjectCommand,
  type GetObjectCommandOutput,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'

import { buckets } from '../../../mall.ts'
import { type Secrets, awsCredentials } from '../mall/secrets.ts'

type Kept = Pick<GetObjectCommandOutput, 'ContentType' | 'CacheControl' | 'ContentEncoding' | 'Metadata'>
export type Objects = { Bucket: string; Key: string; Body: Uint8Array; kept: Kept }[]

/** Reads every object of the mall's buckets. */
export async function backUpObjects(endpoint: string, secrets: Secrets): Promise<Objects> {
  const s3 = open(endpoint, secrets)
  const objects: Objects = []
  for (const Bucket of Object.values(buckets)) {
    let ContinuationToken: string | undefined
    do {
      const listed = await s3.send(new ListObjectsV2Command({ Bucket, ContinuationToken }))
      const keys = (listed.Contents ?? []).flatMap(({ Key }) => Key ?? [])
      objects.push(...(await Promise.all(keys.map((Key) => read(s3, Bucket, Key)))))
      ContinuationToken = listed.NextContinuationToken
    } while (ContinuationToken)
  }
  s3.destroy()
  return objects
}

async function read(s3: S3Client, Bucket: string, Key: string): Promise<Objects[number]> {
  const { Body, ContentType, CacheControl, ContentEncoding, Metadata } = await s3.send(
    new GetObjectCommand({ Bucket, Key }),
  )
  const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array()
  return { Bucket, Key, Body: bytes, kept: { ContentType, CacheControl, ContentEncoding, Metadata } }
}

export async function restoreObjects(endpoint: string, secrets: Secrets, objects: Objects): Promise<void> {
  const s3 = open(endpoint, secrets)
  for (const { kept, ...object } of objects) await s3.send(new PutObjectCommand({ ...object, ...kept }))
  s3.destroy()
}

const open = (endpoint: string, secrets: Secrets) =>
  new S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true, credentials: awsCredentials(secrets) })
