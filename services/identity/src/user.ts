import { UserKind } from '@mallhive/contracts/identity'
import { isPlatformRole, type Membership, type PlatformRole } from '@mallhive/contracts/roles'
import type { Db } from '@mallhive/service-kit/db'
import { eq } from 'drizzle-orm'
import * as schema from './schema.ts'

export interface UserRow {
  id: string
  name: string
  email: string
  isAnonymous?: boolean | null
  roles?: string | null
}

export interface PublicUser {
  id: string
  kind: UserKind
  name: string
  email: string
  roles: PlatformRole[]
  memberships: Membership[]
}

/** Returns a guest, of whom the mall knows nothing but the id. */
export const guest = (id: string): PublicUser => ({
  id,
  kind: UserKind.GUEST,
  name: '',
  email: '',
  roles: [],
  memberships: [],
})

/** Converts a row to the public user. A guest's row, of the releases that stored guests, has a placeholder as its name. */
export function toUser(row: UserRow, shops: Membership[] = []): PublicUser {
  if (row.isAnonymous) return guest(row.id)
  return {
    id: row.id,
    kind: UserKind.ACCOUNT,
    name: row.name,
    email: row.email,
    roles: (row.roles ?? '').split(',').filter(isPlatformRole),
    memberships: shops,
  }
}

/** Returns a user's memberships of shops, the oldest first. */
export const membershipsOf = (db: Pick<Db<typeof schema>, 'select'>, userId: string): Promise<Membership[]> =>
  db
    .select({ shopId: schema.memberships.shopId, role: schema.memberships.role })
    .from(schema.memberships)
    .where(eq(schema.memberships.userId, userId))
    .orderBy(schema.memberships.createdAt, schema.memberships.shopId)
