import { createHmac, timingSafeEqual } from 'node:crypto'

const toleranceSeconds = 300

/** The headers of https://www.standardwebhooks.com, lower-case as API Gateway gives them. */
export type SignedHeaders = { id: string; timestamp: string; signature: string }

/** Whether one of the secrets has signed the message within five minutes. A header may hold several signatures. */
export function isSigned(
  secrets: string[],
  { id, timestamp, signature }: SignedHeaders,
  body: Buffer,
): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > toleranceSeconds) return false
  const given = signature.split(' ').flatMap((each) => /^v1,([A-Za-z0-9+/]{43}=)$/.exec(each)?.[1] ?? [])
  return secrets.some((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    const wanted = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest()
    return given.some((each) => timingSafeEqual(wanted, Buffer.from(each, 'base64')))
  })
}
