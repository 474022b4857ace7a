import { readConfig } from '@mallhive/process-kit/config'
import type { PlatformRole } from '@mallhive/contracts/roles'
import { type Db, openDb } from '@mallhive/service-kit/db'
import { migrate } from '@mallhive/service-kit/migrate'
import { eq } from 'drizzle-orm'
import { type Auth, createAuth } from './auth.ts'
import { configSchema } from './config.ts'
import * as schema from './schema.ts'

export const demoPassword = 'mallhive-demo'

/** A demo account with a public password. */
export interface DemoAccount {
  email: string
  password: string
  roles: PlatformRole[]
}

/**
 * Creates the demo accounts; of existing ones updates only roles and shop.
 * @param sellerIds the catalogue's shops; the demo seller owns the first
 */
export async function seed(
  env: Record<string, string | undefined>,
  { sellerIds }: { sellerIds: string[] },
): Promise<DemoAccount[]> {
  const config = readConfig(configSchema, env)
  await using db = openDb(config.DATABASE_URL, { schema, poolSize: 2 })
  await migrate(db, new URL('../drizzle', import.meta.url), 'identity')
  const auth = createAuth(db, config)
  const [shopId] = sellerIds
  const wanted: (Omit<DemoAccount, 'password'> & { name: string; shopId?: string | undefined })[] = [
    { email: 'shopper@mallhive.test', name: 'Robin Shopper', roles: [] },
    { email: 'seller@mallhive.test', name: 'Sam Seller', roles: [], shopId },
    { email: 'admin@mallhive.test', name: 'Alex Admin', roles: ['admin'] },
  ]
  for (const account of wanted) await seedAccount(db, auth, account)
  return wanted.map(({ email, roles }) => ({ email, password: demoPassword, roles }))
}

async function seedAccount(
  db: Db<typeof schema>,
  auth: Auth,
  {
    email,
    name,
    roles,
    shopId,
  }: { email: string; name: string; roles: string[]; shopId?: string | undefined },
): Promise<void> {
  const byEmail = eq(schema.user.email, email)
  if ((await db.$count(schema.user, byEmail)) === 0)
    await auth.api.signUpEmail({ body: { email, name, password: demoPassword } })
  const [row] = await db
    .update(schema.user)
    .set({ roles: roles.join(','), emailVerified: true })
    .where(byEmail)
    .returning({ userId: schema.user.id })
  if (row && shopId)
    await db
      .insert(schema.memberships)
      .values({ ...row, shopId, role: 'owner' })
      .onConflictDoNothing()
}
