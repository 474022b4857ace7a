import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

import type { Redis } from '@mallhive/service-kit/redis'

/** Plays ElastiCache's users on a real Redis: a changed one is active when it has been asked about once. `<prefix><name>` is `<name>`. */
export async function playElastiCache(redis: Redis, prefix: string) {
  const modifying = new Set<string>()
  const asked: { action: string; authorization: string }[] = []
  const answerTo = async (request: IncomingMessage, response: ServerResponse) => {
    const form = new URLSearchParams(await text(request))
    const [action, id] = [form.get('Action') ?? '', form.get('UserId') ?? '']
    asked.push({ action, authorization: request.headers.authorization ?? '' })
    const isChanging = modifying.delete(id)
    if (action === 'ModifyUser') {
      if (isChanging) return response.writeHead(400).end('<Code>InvalidUserState</Code>')
      modifying.add(id)
      const passwords = [1, 2].flatMap((at) => form.get(`AuthenticationMode.Passwords.member.${at}`) ?? [])
      await redis.acl('SETUSER', id.slice(prefix.length), 'resetpass', ...passwords.map((it) => `>${it}`))
    }
    return response.end(`<Status>${isChanging ? 'modifying' : 'active'}</Status>`)
  }
  const server = createServer((request, response) => void answerTo(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const env = {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'hidden',
    AWS_ENDPOINT_URL_ELASTICACHE: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  }
  return { env, asked, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}
