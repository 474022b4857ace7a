import { readConfig } from '@mallhive/process-kit/config'
import { migrate, openDb } from '@mallhive/service-kit/db'
import { eq } from 'drizzle-orm'
import { createAuth } from './auth.ts'
import { configSchema } from './config.ts'
import * as schema from './schema.ts'

export const demoPassword = 'mallhive-demo'

/** An account anybody may sign in to. */
export interface DemoAccount {
  email: string
  password: string
  roles: string[]
}

/**
 * Makes the demo accounts, or leaves those that exist as they are, but for their roles and shop.
 * @param sellerIds the catalogue's sellers; the demo seller works for the first
 */
export async function seed(
  env: Record<string, string | undefined>,
  { sellerIds }: { sellerIds: string[] },
): Promise<DemoAccount[]> {
  const config = readConfig(configSchema, env)
  await using db = openDb(config.DATABASE_URL, { schema, poolSize: 2 })
  await migrate(db, new URL('../drizzle', import.meta.url), 'identity')
  const auth = createAuth(db, config)
  const wanted = [
    { email: 'shopper@mallhive.test', name: 'Robin Shopper', roles: ['shopper'], sellerId: null },
    {
      email: 'seller@mallhive.test',
      name: 'Sam Seller',
      roles: ['shopper', 'seller'],
      sellerId: sellerIds[0] ?? null,
    },
    { email: 'admin@mallhive.test', name: 'Alex Admin', roles: ['shopper', 'admin'], sellerId: null },
  ]
  for (const { email, name, roles, sellerId } of wanted) {
    const existing = await db.$count(schema.user, eq(schema.user.email, email))
    if (existing === 0) await auth.api.signUpEmail({ body: { email, name, password: demoPassword } })
    await db
      .update(schema.user)
      .set({ roles: roles.join(','), sellerId, emailVerified: true })
      .where(eq(schema.user.email, email))
  }
  return wanted.map(({ email, roles }) => ({ email, password: demoPassword, roles }))
}
