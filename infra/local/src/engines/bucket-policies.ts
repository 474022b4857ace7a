import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { rootDir } from '../paths.ts'

const folder = join(rootDir, 'infra/buckets')

/** The only kind of bucket policy in use: the edge may read some objects. */
const policySchema = z.strictObject({
  Version: z.literal('2012-10-17'),
  Statement: z.array(
    z.strictObject({
      Sid: z.string(),
      Effect: z.literal('Allow'),
      Principal: z.strictObject({ Service: z.literal('cloudfront.amazonaws.com') }),
      Action: z.literal('s3:GetObject'),
      Resource: z.array(z.string().startsWith('arn:aws:s3:::')),
      Condition: z.strictObject({
        StringEquals: z.strictObject({ 'AWS:SourceArn': z.literal('${edge_distribution_arn}') }),
      }),
    }),
  ),
})

/** Returns the ARNs, with wildcards, of the objects that the policies in infra/buckets let the edge read. */
export function readableByEdge(): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.policy.json'))
  const policies = files.map((file) =>
    policySchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
  )
  return policies.flatMap(({ Statement }) => Statement.flatMap(({ Resource }) => Resource))
}

/** Returns a predicate: whether one of the ARNs matches an object. * is any run of characters, ? any one. */
export function objectMatcher(arns: string[]): (bucket: string, key: string) => boolean {
  const patterns = arns.map((arn) => {
    const literal = arn.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    return new RegExp(`^${literal.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's')
  })
  return (bucket, key) => patterns.some((pattern) => pattern.test(`arn:aws:s3:::${bucket}/${key}`))
}
