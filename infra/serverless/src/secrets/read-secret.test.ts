import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

import { expect, test } from 'vitest'

import { readSecret } from './read-secret.ts'

/** Plays Secrets Manager. */
async function open(status: number, answer: unknown) {
  const asked: { target: unknown; authorization: unknown; token: unknown; body: string }[] = []
  const server = createServer((request, response) => void answerTo(request, response)).listen(0, '127.0.0.1')
  const answerTo = async (request: IncomingMessage, response: ServerResponse) => {
    const { 'x-amz-target': target, 'x-amz-security-token': token, authorization } = request.headers
    asked.push({ target, token, authorization, body: await text(request) })
    response.writeHead(status).end(JSON.stringify(answer))
  }
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const env = {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'hidden',
    AWS_SESSION_TOKEN: 'session',
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${port}`,
  }
  return { env, asked, [Symbol.dispose]: () => void server.close() }
}

test("a secret's value is asked for with the role's signature and session", async () => {
  using manager = await open(200, { SecretString: '{"DATABASE_URL":"postgres://a"}' })
  expect(await readSecret('arn:1', manager.env)).toEqual({ DATABASE_URL: 'postgres://a' })
  expect(manager.asked).toEqual([
    {
      target: 'secretsmanager.GetSecretValue',
      token: 'session',
      authorization: expect.stringMatching(
        /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/eu-central-1\/secretsmanager\/aws4_request, SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date;x-amz-security-token;x-amz-target, Signature=[0-9a-f]{64}$/,
      ),
      body: '{"SecretId":"arn:1"}',
    },
  ])
})

test('a refusal says which secret and why', async () => {
  using manager = await open(400, { __type: 'AccessDeniedException' })
  await expect(readSecret('arn:1', manager.env)).rejects.toThrow(/^arn:1: .*400.*AccessDenied/)
})
