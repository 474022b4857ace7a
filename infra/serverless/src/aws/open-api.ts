import { readConfig } from '@mallhive/process-kit/config'
import { secret } from '@mallhive/process-kit/secret'
import { SignatureV4 } from '@smithy/signature-v4'
import { z } from 'zod'

import { Sha256 } from './sha256.ts'

/** What Lambda sets for a function's role. */
const env = z.object({
  AWS_REGION: z.string(),
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: secret(z.string()),
  AWS_SESSION_TOKEN: secret(z.string().optional()),
})

/** Sends a request with the signature of the function's role. */
export type Api = (headers: Record<string, string>, body: string) => Promise<Response>

/** Opens an API of AWS, at another address where `AWS_ENDPOINT_URL_<SERVICE>` names one. */
export function openApi(
  service: string,
  endpointVariable: string,
  given: Record<string, string | undefined>,
): Api {
  const config = readConfig(env, given)
  const region = config.AWS_REGION
  const url = new URL(given[endpointVariable] ?? `https://${service}.${region}.amazonaws.com`)
  const signer = new SignatureV4({
    service,
    region,
    sha256: Sha256,
    credentials: {
      accessKeyId: config.AWS_ACCESS_KEY_ID,
      secretAccessKey: config.AWS_SECRET_ACCESS_KEY,
      ...(config.AWS_SESSION_TOKEN && { sessionToken: config.AWS_SESSION_TOKEN }),
    },
  })
  return async (headers, text) => {
    const { headers: signed, body } = await signer.sign({
      method: 'POST',
      protocol: url.protocol,
      hostname: url.hostname,
      path: '/',
      headers: { host: url.host, ...headers },
      body: text,
    })
    return fetch(url, { method: 'POST', headers: signed, body, signal: AbortSignal.timeout(3000) })
  }
}
