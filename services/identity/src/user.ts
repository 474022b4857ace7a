import { type MessageInitShape } from '@bufbuild/protobuf'
import { UserKind, type UserSchema } from '@mallhive/contracts/identity'
import { isPlatformRole, type Membership } from '@mallhive/contracts/roles'
import { eq } from 'drizzle-orm'
import type { Deps } from './deps.ts'
import { memberships } from './schema.ts'

export interface UserRow {
  id: string
  name: string
  email: string
  isAnonymous?: boolean | null
  roles?: string | null
}

/** Converts a row to the public user. Omits the placeholder name and e-mail address that the library needs for guests. */
export function toUser(row: UserRow, shops: Membership[] = []) {
  if (row.isAnonymous) {
    return { id: row.id, kind: UserKind.GUEST, name: '', email: '', roles: [], memberships: [] }
  }
  return {
    id: row.id,
    kind: UserKind.ACCOUNT,
    name: row.name,
    email: row.email,
    roles: (row.roles ?? '').split(',').filter(isPlatformRole),
    memberships: shops,
  } satisfies MessageInitShape<typeof UserSchema>
}

/** Returns a user's memberships of shops, the oldest first. */
export const membershipsOf = (db: Pick<Deps['db'], 'select'>, userId: string): Promise<Membership[]> =>
  db
    .select({ shopId: memberships.shopId, role: memberships.role })
    .from(memberships)
    .where(eq(memberships.userId, userId))
    .orderBy(memberships.createdAt, memberships.shopId)
