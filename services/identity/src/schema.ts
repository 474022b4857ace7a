import { type ShopRole, shopRoles } from '@mallhive/contracts/roles'
import { outboxTable } from '@mallhive/service-kit/outbox'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'

export const identity = pgSchema('identity')
const at = (name: string) => timestamp(name, { withTimezone: true })
const created = () => at('created_at').notNull().defaultNow()
const updated = () => at('updated_at').notNull().defaultNow()

// The property names of user, session, account, verification and jwks are better-auth's field names.
export const user = identity.table('user', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text(),
  /** Of a guest of the releases that stored guests; pruned when idle. */
  isAnonymous: boolean('is_anonymous').notNull().default(false),
  /** Roles of the mall's staff, comma-separated. */
  roles: text().notNull().default(''),
  createdAt: created(),
  updatedAt: updated(),
})

export const memberships = identity.table(
  'memberships',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    shopId: text('shop_id').notNull(),
    role: text().$type<ShopRole>().notNull(),
    createdAt: created(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.shopId] }),
    index('memberships_shop').on(table.shopId),
    check('memberships_role', sql.raw(`role in (${shopRoles.map((role) => `'${role}'`).join(', ')})`)),
  ],
)

export const session = identity.table(
  'session',
  {
    id: uuid().primaryKey(),
    token: text().notNull().unique(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    expiresAt: at('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: created(),
    updatedAt: updated(),
  },
  (table) => [index('session_user').on(table.userId)],
)

/** Guests who signed out. A guest's session is a signed cookie, which would else be valid until it expires. */
export const endedGuests = identity.table('ended_guests', {
  id: uuid().primaryKey(),
  endedAt: at('ended_at').notNull().defaultNow(),
})

export const account = identity.table(
  'account',
  {
    id: uuid().primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: at('access_token_expires_at'),
    refreshTokenExpiresAt: at('refresh_token_expires_at'),
    scope: text(),
    password: text(),
    createdAt: created(),
    updatedAt: updated(),
  },
  (table) => [index('account_user').on(table.userId)],
)

export const verification = identity.table(
  'verification',
  {
    id: uuid().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: at('expires_at').notNull(),
    createdAt: created(),
    updatedAt: updated(),
  },
  (table) => [index('verification_identifier').on(table.identifier)],
)

export const jwks = identity.table('jwks', {
  id: uuid().primaryKey(),
  publicKey: text('public_key').notNull(),
  privateKey: text('private_key').notNull(),
  alg: text(),
  crv: text(),
  createdAt: created(),
  expiresAt: at('expires_at'),
})

export const address = identity.table(
  'address',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    line1: text().notNull(),
    line2: text().notNull(),
    city: text().notNull(),
    region: text().notNull(),
    postcode: text().notNull(),
    country: text().notNull(),
    phone: text().notNull(),
    isDefault: boolean('is_default').notNull().default(false),
    createdAt: created(),
  },
  (table) => [
    index('address_user').on(table.userId),
    uniqueIndex('address_one_default')
      .on(table.userId)
      .where(sql`is_default`),
  ],
)

export const outbox = outboxTable(identity)
