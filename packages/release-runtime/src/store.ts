import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import type { ListObjectsV2CommandOutput } from '@aws-sdk/client-s3'
import { readWhole } from './read-whole.ts'
import { ReleaseError } from './release-error.ts'

export interface StoredObject {
  bytes: Uint8Array
  etag: string
}

export interface ObjectHeaders {
  contentType: string
  cacheControl: string
  contentEncoding?: string
}

/** The bucket of releases: immutable files and one replaceable pointer per micro frontend. */
export interface ReleaseStore extends Disposable {
  /** Returns `undefined` when there is no such object. */
  read(key: string): Promise<StoredObject | undefined>
  /** Returns `'same'` when the object still has this etag. */
  readIfChanged(key: string, etag: string | undefined): Promise<StoredObject | 'same' | undefined>
  /** Returns `false`, without writing, when the key exists. */
  create(key: string, bytes: Uint8Array, headers: ObjectHeaders): Promise<boolean>
  /**
   * Replaces the object with this etag, or creates it for `undefined`. Returns `false` when the object has changed
   * since.
   */
  replace(key: string, bytes: Uint8Array, headers: ObjectHeaders, etag: string | undefined): Promise<boolean>
  /** Returns the next path segments below a prefix, which ends with a slash. */
  folders(prefix: string): Promise<string[]>
  /** Returns all objects below a prefix. */
  list(prefix: string): Promise<ListedObject[]>
  /** Deletes an object; does nothing when there is none. */
  remove(key: string): Promise<void>
}

export interface ListedObject {
  key: string
  /** Time of the last write, in ms since 1970. */
  at: number
  size: number
}

export interface StoreOptions {
  bucket: string
  endpoint?: string
  region?: string
  credentials?: { accessKeyId: string; secretAccessKey: string }
  /** Timeout of one request including its body. */
  timeoutMs?: number
  /** Reads of larger objects fail. */
  maxBytes?: number
  attempts?: number
}

/**
 * Opens the store on any S3 API. Every request has a deadline, so a bucket that hangs fails like an unreachable one.
 */
export function openStore({
  bucket,
  timeoutMs = 5000,
  maxBytes = 16 << 20,
  ...options
}: StoreOptions): ReleaseStore {
  const s3 = new S3Client({
    region: options.region ?? 'eu-central-1',
    endpoint: options.endpoint,
    forcePathStyle: options.endpoint !== undefined,
    credentials: options.credentials,
    maxAttempts: options.attempts ?? 3,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: timeoutMs, throwOnRequestTimeout: true },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })

  async function readIfChanged(Key: string, etag: string | undefined) {
    const abortSignal = AbortSignal.timeout(timeoutMs)
    const command = new GetObjectCommand({ Bucket: bucket, Key, IfNoneMatch: etag })
    const answer = await unless([404, 304], Key, () => s3.send(command, { abortSignal }))
    if (answer === 404) return undefined
    if (answer === 304) return 'same' as const
    const bytes = await unless([], Key, () => readWhole(answer.Body, abortSignal, maxBytes))
    return { bytes, etag: answer.ETag ?? '' }
  }

  async function put(
    Key: string,
    Body: Uint8Array,
    headers: ObjectHeaders,
    condition: object,
  ): Promise<boolean> {
    const { contentType, cacheControl, contentEncoding } = headers
    const described = {
      ContentType: contentType,
      CacheControl: cacheControl,
      ContentEncoding: contentEncoding,
    }
    // A bucket that locks its objects takes nothing without a checksum.
    const checked = { ChecksumAlgorithm: 'CRC32' } as const
    const command = new PutObjectCommand({
      Bucket: bucket,
      Key,
      Body,
      ...checked,
      ...described,
      ...condition,
    })
    // 409: another conditional write to the same key was in progress.
    const answer = await unless([412, 409], Key, () =>
      s3.send(command, { abortSignal: AbortSignal.timeout(timeoutMs * 6) }),
    )
    return typeof answer !== 'number'
  }

  async function pages(Prefix: string, Delimiter?: string): Promise<ListObjectsV2CommandOutput[]> {
    const answers: ListObjectsV2CommandOutput[] = []
    let ContinuationToken: string | undefined
    do {
      const page = new ListObjectsV2Command({ Bucket: bucket, Prefix, Delimiter, ContinuationToken })
      const answer = await unless([], Prefix, () =>
        s3.send(page, { abortSignal: AbortSignal.timeout(timeoutMs) }),
      )
      answers.push(answer)
      ContinuationToken = answer.NextContinuationToken
    } while (ContinuationToken)
    return answers
  }

  return {
    readIfChanged,
    async read(key) {
      const object = await readIfChanged(key, undefined)
      return object === 'same' ? undefined : object
    },
    create: (key, bytes, headers) => put(key, bytes, headers, { IfNoneMatch: '*' }),
    replace: (key, bytes, headers, etag) =>
      put(key, bytes, headers, etag === undefined ? { IfNoneMatch: '*' } : { IfMatch: etag }),
    async folders(Prefix) {
      const answers = await pages(Prefix, '/')
      const found = answers.flatMap(({ CommonPrefixes = [] }) => CommonPrefixes)
      return found.map((folder) => folder.Prefix?.slice(Prefix.length, -1) ?? '')
    },
    async list(prefix) {
      const answers = await pages(prefix)
      const found = answers.flatMap(({ Contents = [] }) => Contents)
      return found.map(({ Key = '', LastModified, Size = 0 }) => ({
        key: Key,
        at: LastModified?.getTime() ?? 0,
        size: Size,
      }))
    },
    async remove(Key) {
      const command = new DeleteObjectCommand({ Bucket: bucket, Key })
      await unless([404], Key, () => s3.send(command, { abortSignal: AbortSignal.timeout(timeoutMs) }))
    },
    [Symbol.dispose]: () => s3.destroy(),
  }

  /**
   * Runs one request. Returns the expected statuses as numbers.
   * @throws ReleaseError UNREACHABLE for any other failure
   */
  async function unless<const S extends number, T>(
    expected: S[],
    key: string,
    run: () => Promise<T>,
  ): Promise<T | S> {
    try {
      return await run()
    } catch (cause) {
      const status = cause instanceof S3ServiceException ? cause.$metadata.httpStatusCode : undefined
      const known = expected.find((it) => it === status)
      if (known !== undefined) return known
      if (cause instanceof ReleaseError) throw cause
      const why = cause instanceof Error ? cause.message || cause.name : String(cause)
      throw new ReleaseError('UNREACHABLE', `${bucket}/${key}: ${why}${status ? ` (${status})` : ''}`, {
        cause,
      })
    }
  }
}

/** Opens the store of the environment: RELEASES_BUCKET, AWS_ENDPOINT_URL and the SDK's own variables. */
export function storeFromEnv(
  env: Record<string, string | undefined>,
  options: Partial<StoreOptions> = {},
): ReleaseStore {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = env
  return openStore({
    bucket: env.RELEASES_BUCKET ?? 'mallhive-releases',
    endpoint: env.AWS_ENDPOINT_URL || undefined,
    region: env.AWS_REGION,
    credentials:
      accessKeyId && secretAccessKey
        ? { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) }
        : undefined,
    ...options,
  })
}
