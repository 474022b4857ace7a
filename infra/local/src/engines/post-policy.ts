import { getSigningKey } from '@smithy/signature-v4'
import { z } from 'zod'

import { AwsRefusal, accessDenied } from './aws-refusal.ts'
import { type FindSecret, checkCredential, requireEqual } from './signature.ts'
import { Sha256 } from './sha256.ts'

const policySchema = z.strictObject({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal('content-length-range'), z.coerce.number().int(), z.coerce.number().int()]),
      z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]),
      z.record(z.string(), z.string()),
    ]),
  ),
})
type Policy = z.infer<typeof policySchema>

/** A form upload: its fields by lower-case name, and its file. */
export type Upload = { bucket: string; fields: Map<string, string>; file: File }

const unconditioned = /^(policy|x-amz-signature|x-ignore-.*)$/

/**
 * Checks a form upload against the policy that it carries: signature, expiry, every condition, and that the bucket and
 * every field have one. Returns the access key that signed it.
 * @throws AwsRefusal with S3's error code
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
export async function checkPostPolicy(upload: Upload, secretOf: FindSecret): Promise<string> {
  const { fields } = upload
  const encoded = fields.get('policy')
  if (encoded === undefined || fields.get('x-amz-algorithm') !== 'AWS4-HMAC-SHA256') throw accessDenied()
  const { credentials, shortDate, region, service } = checkCredential(
    fields.get('x-amz-credential') ?? '',
    secretOf,
  )
  if (service !== 's3') throw accessDenied()
  const key = await getSigningKey(Sha256, credentials, shortDate, region, service)
  requireEqual(fields.get('x-amz-signature') ?? '', key, encoded)

  const policy = parsePolicy(encoded)
  if (Date.parse(policy.expiration) <= Date.now()) throw invalid('Policy expired.')
  const given = new Map([...fields, ['bucket', upload.bucket]])
  const conditioned = new Set<string>()
  for (const condition of policy.conditions) {
    for (const [name, holds] of rulesOf(condition, upload.file.size)) {
      if (!holds(given.get(name) ?? ''))
        throw invalid(`Policy Condition failed: ${JSON.stringify(condition)}`)
      conditioned.add(name)
    }
  }
  const extra = [...given.keys()].filter((name) => !conditioned.has(name) && !unconditioned.test(name))
  if (extra.length > 0) throw invalid(`Extra input fields: ${extra.join(', ')}`)
  return credentials.accessKeyId
}

type Rule = [field: string, holds: (value: string) => boolean]

function rulesOf(condition: Policy['conditions'][number], size: number): Rule[] {
  if (!Array.isArray(condition)) {
    return Object.entries(condition).map(([name, wanted]) => [
      name.toLowerCase(),
      (value) => value === wanted,
    ])
  }
  if (condition[0] === 'content-length-range') {
    const [, least, most] = condition
    if (size < least)
      throw new AwsRefusal(
        400,
        'EntityTooSmall',
        'Your proposed upload is smaller than the minimum allowed size',
      )
    if (size > most)
      throw new AwsRefusal(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size')
    return []
  }
  const [operator, name, wanted] = condition
  const holds = (value: string) => (operator === 'eq' ? value === wanted : value.startsWith(wanted))
  return [[name.slice(1).toLowerCase(), holds]]
}

function parsePolicy(encoded: string): Policy {
  try {
    return policySchema.parse(JSON.parse(Buffer.from(encoded, 'base64').toString()))
  } catch {
    throw new AwsRefusal(
      400,
      'InvalidPolicyDocument',
      'The content of the form does not meet the policy’s syntax',
    )
  }
}

const invalid = (why: string) => accessDenied(`Invalid according to Policy: ${why}`)
