import { readFile } from 'node:fs/promises'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { type Picture, pathOf, widths } from './media/picture.ts'
import { fileOf, render } from './media/render.ts'

export interface MediaConfig {
  MEDIA_BUCKET: string
  AWS_ENDPOINT_URL?: string | undefined
  AWS_REGION: string
  AWS_ACCESS_KEY_ID?: string | undefined
  AWS_SECRET_ACCESS_KEY?: string | undefined
}

/** Renders the pictures missing from the cache and uploads all of them to the media bucket. */
export async function uploadPictures(
  config: MediaConfig,
  pictures: Picture[],
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
  const different = new Map(pictures.map((picture) => [pathOf(picture), picture])).values()
  const waiting = [...different].toSorted((a, b) => a.emoji.localeCompare(b.emoji))
  const all = waiting.length
  const worker = async () => {
    for (let picture = waiting.pop(); picture; picture = waiting.pop()) {
      if (waiting.length % 10 === 0) tell(`${all - waiting.length} of ${all} pictures`)
      await render(picture)
      const path = pathOf(picture)
      await Promise.all(widths.map(async (width) => put(s3, config.MEDIA_BUCKET, path, width)))
    }
  }
  await Promise.all(Array.from({ length: 4 }, worker))
  s3.destroy()
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
