import { randomUUID } from 'node:crypto'

import { request, type APIRequestContext } from '@playwright/test'

import { addFrom, mutate } from './by-request.ts'

/** No session, a guest with a cart, a new account, the owner of kiln-and-kettle, and the mall's admin. */
export const roles = ['none', 'guest', 'shopper', 'seller', 'staff'] as const

const password = 'mallhive-demo'

/** Opens a session of every role at an origin, without a browser. */
export async function openSessions(
  origin: string,
): Promise<Record<(typeof roles)[number], APIRequestContext>> {
  const open = async (procedure?: string, fields?: object) => {
    const visitor = await request.newContext()
    if (procedure) await mutate(visitor, origin, procedure, { password, returnTo: '/', ...fields })
    return visitor
  }
  const guest = await open()
  await addFrom(guest, origin, 'kiln-and-kettle')
  return {
    none: await open(),
    guest,
    shopper: await open('profile/signUp', { name: 'Grace Hopper', email: `${randomUUID()}@example.test` }),
    seller: await open('profile/signIn', { email: 'seller@mallhive.test' }),
    staff: await open('profile/signIn', { email: 'admin@mallhive.test' }),
  }
}
