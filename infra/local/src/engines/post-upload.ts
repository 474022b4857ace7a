import type { FastifyRequest } from 'fastify'

import { AwsRefusal } from './aws-refusal.ts'
import { type ObjectAddress, requirePlainKey } from './object-address.ts'
import { type Upload, checkPostPolicy } from './post-policy.ts'
import type { FindSecret } from './signature.ts'

/** Whether the emulator would treat a request as a form upload. */
export function isPostUpload({ method, headers }: FastifyRequest, { bucket, key }: ObjectAddress): boolean {
  const isForm = headers['content-type']?.toLowerCase().includes('multipart/form-data') ?? false
  return method === 'POST' && bucket !== '' && key === '' && isForm
}

/**
 * Checks a form upload and replaces its body by one built from the checked fields, so that the emulator's parser cannot
 * interpret it differently. Returns the access key that signed it.
 */
export async function checkPostUpload(
  request: FastifyRequest,
  { bucket }: ObjectAddress,
  secretOf: FindSecret,
): Promise<string> {
  const upload = await parseUpload(request, bucket)
  const accessKeyId = await checkPostPolicy(upload, secretOf)
  const form = new FormData()
  for (const [name, value] of upload.fields) form.append(emulatorNames.get(name) ?? name, value)
  form.append('file', upload.file, 'file')
  const rebuilt = new Response(form)
  request.headers['content-type'] = rebuilt.headers.get('content-type') ?? ''
  request.body = Buffer.from(await rebuilt.arrayBuffer())
  return accessKeyId
}

/** Fields that the emulator accepts in one spelling only. */
const emulatorNames = new Map(
  ['Content-Type', 'Content-Disposition', 'Content-Encoding', 'Cache-Control'].map((name) => [
    name.toLowerCase(),
    name,
  ]),
)

async function parseUpload({ headers, body }: FastifyRequest, bucket: string): Promise<Upload> {
  const form = await parseForm(headers['content-type'] ?? '', body)
  const fields = new Map<string, string>()
  for (const [name, value] of form) {
    if (typeof value !== 'string') {
      // S3 ignores fields after the file.
      const key = fields.get('key')?.replaceAll('${filename}', baseName(value.name))
      if (!key) throw new AwsRefusal(400, 'InvalidArgument', 'Bucket POST must contain a field named key')
      requirePlainKey(key)
      return { bucket, fields: fields.set('key', key), file: value }
    }
    if (fields.has(name.toLowerCase()))
      throw new AwsRefusal(400, 'InvalidArgument', `POST requires exactly one ${name}`)
    fields.set(name.toLowerCase(), value)
  }
  throw new AwsRefusal(400, 'InvalidArgument', 'POST requires exactly one file upload per request')
}

async function parseForm(type: string, body: unknown): Promise<FormData> {
  try {
    if (!Buffer.isBuffer(body)) throw new Error('no body')
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  } catch {
    throw new AwsRefusal(
      400,
      'MalformedPOSTRequest',
      'The body of your POST request is not well-formed multipart/form-data',
    )
  }
}

const baseName = (path: string) => path.split(/[/\\]/).at(-1) ?? ''
