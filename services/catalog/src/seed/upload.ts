import { readFile } from 'node:fs/promises'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { widths } from './media/picture.ts'
import { fileOf } from './media/render.ts'
import type { Rendering } from './rendering.ts'

export interface MediaConfig {
  MEDIA_BUCKET: string
  AWS_ENDPOINT_URL?: string | undefined
  AWS_REGION: string
  AWS_ACCESS_KEY_ID?: string | undefined
  AWS_SECRET_ACCESS_KEY?: string | undefined
}

/** Uploads pictures to the media bucket as they become ready. */
export async function uploadPictures(
  config: MediaConfig,
  { all, ready }: Rendering,
  tell: (howFar: string) => void,
): Promise<void> {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = config
  const s3 = new S3Client({
    region: config.AWS_REGION,
    endpoint: config.AWS_ENDPOINT_URL,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
    forcePathStyle: true,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
  })
  let uploaded = 0
  const work = async () => {
    for await (const [path] of ready) {
      await Promise.all(widths.map(async (width) => put(s3, config.MEDIA_BUCKET, path, width)))
      uploaded++
      if (uploaded % 10 === 0) tell(`${uploaded} of ${all} pictures`)
    }
  }
  await Promise.all(Array.from({ length: 4 }, work))
  s3.destroy()
  if (uploaded < all) throw new Error(`${all - uploaded} pictures were not rendered`)
}

async function put(s3: S3Client, bucket: string, path: string, width: number): Promise<void> {
  await s3.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: `media/${path}-${width}.webp`,
      Body: await readFile(fileOf(path, width)),
      ContentType: 'image/webp',
      // Immutable, because a changed picture has another path.
      CacheControl: 'public, max-age=31536000, immutable',
    }),
  )
}
