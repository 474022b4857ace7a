import { setTimeout as delay } from 'node:timers/promises'

import { openApi } from '../aws/open-api.ts'

const version = '2015-02-02'
const pauseMs = 250
const tries = 480

/** Makes passwords the only ones of a user, two at most, and returns when they are in force. */
export type SetPasswords = (userId: string, passwords: string[]) => Promise<void>

/** Opens the users of ElastiCache. A user that is changed takes no other change until it is active again. */
export function openRedisUsers(given: Record<string, string | undefined>): SetPasswords {
  const post = openApi('elasticache', 'AWS_ENDPOINT_URL_ELASTICACHE', given)
  const ask = async (Action: string, UserId: string, input: Record<string, string> = {}) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const body = new URLSearchParams({ Action, Version: version, UserId, ...input })
    const response = await post(headers, body.toString())
    const text = await response.text()
    if (!response.ok) throw new Error(`${UserId}: ${Action} is answered ${response.status} ${text}`)
    return text
  }
  const untilActive = async (userId: string) => {
    for (let left = tries; ; left -= 1) {
      // oxlint-disable-next-line no-await-in-loop -- one question after the other
      const [, status] = /<Status>([^<]*)<\/Status>/.exec(await ask('DescribeUsers', userId)) ?? []
      if (status === 'active') return
      if (left === 0) throw new Error(`${userId} is ${status} and not active`)
      // oxlint-disable-next-line no-await-in-loop
      await delay(pauseMs)
    }
  }
  return async (userId, passwords) => {
    const listed = passwords.map((it, at) => [`AuthenticationMode.Passwords.member.${at + 1}`, it])
    await untilActive(userId)
    await ask('ModifyUser', userId, {
      'AuthenticationMode.Type': 'password',
      ...Object.fromEntries(listed),
    })
    await untilActive(userId)
  }
}
