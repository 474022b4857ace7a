import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { CreateBucketCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { openAws } from '@mallhive/infra-local/engines/aws'

import { establishTrust, releaseKeysOf } from '../../../local/src/mall/release-keys.ts'
import { buckets } from '../../../mall.ts'
import type { Outcome } from '../outcome.ts'
import { cacheDir } from '../paths.ts'
import { releaseFromClone } from './release-from-clone.ts'

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
const region = 'eu-central-1'
const [first, second] = ['1.0.0', '1.0.1'] as const

/** Releases a first and a second version of a micro frontend into an empty mall, by the workflow of its team. */
export async function checkRelease(): Promise<Outcome> {
  const home = join(cacheDir, 'release')
  rmSync(home, { recursive: true, force: true })
  mkdirSync(join(home, 'logs'), { recursive: true })
  await using stack = new AsyncDisposableStack()
  const aws = await openAws({ stateDir: home, logDir: join(home, 'logs'), durable: false, credentials })
  stack.defer(() => aws.part?.stop())
  const s3 = new S3Client({ endpoint: aws.url, region, credentials, forcePathStyle: true })
  stack.defer(() => s3.destroy())
  await s3.send(new CreateBucketCommand({ Bucket: buckets.releases }))
  const keys = releaseKeysOf(home)
  await establishTrust(aws.url, credentials, keys)
  const teamEnv = {
    AWS_ENDPOINT_URL: aws.url,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    RELEASES_BUCKET: buckets.releases,
    MALL_SIGNING_KEY: keys.signingKeyFile,
    TRUST_ROOT: keys.trustRoot,
    PUBLIC_ORIGIN: 'http://mall.test:9',
    PREVIEW_ORIGIN: 'http://preview.mall.test:9',
  }
  const released = await releaseFromClone(teamEnv, home, [first, second])
  if ('problem' in released) return { failures: [`release: ${released.problem}`] }
  const pointer = await s3.send(new GetObjectCommand({ Bucket: buckets.releases, Key: 'mfe/cart/live.json' }))
  return { failures: unlike(released.comments, (await pointer.Body?.transformToString()) ?? '{}') }
}

type Pointer = { stable?: string; canary?: { version: string; percent: number }; rollout?: object }

/** Returns what is otherwise than the first version for all, the second for one in a hundred, and one comment with its preview. */
function unlike(comments: string[], live: string): string[] {
  const { stable, canary, rollout }: Pointer = JSON.parse(live)
  const isBegun = stable === first && canary?.version === second && canary.percent === 1 && rollout
  return [
    ...(isBegun ? [] : [`release: after ${first} and ${second} there is ${live}`]),
    ...(comments.length === 1 && comments[0]?.includes(`mall-pin=cart@${second}`)
      ? []
      : [`release: the pull request has the comments ${JSON.stringify(comments)}`]),
  ]
}
