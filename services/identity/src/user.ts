import { type MessageInitShape } from '@bufbuild/protobuf'
import { UserKind, type UserSchema } from '@mallhive/contracts/identity'

export interface UserRow {
  id: string
  name: string
  email: string
  isAnonymous?: boolean | null
  roles?: string | null
  sellerId?: string | null
}

/** A user as others see one; a guest has neither the name nor the address that the library needs it to have. */
export function toUser(row: UserRow): MessageInitShape<typeof UserSchema> & { id: string; roles: string[] } {
  if (row.isAnonymous) {
    return { id: row.id, kind: UserKind.GUEST, name: '', email: '', roles: [], sellerId: '' }
  }
  return {
    id: row.id,
    kind: UserKind.ACCOUNT,
    name: row.name,
    email: row.email,
    roles: (row.roles ?? '').split(',').filter(Boolean),
    sellerId: row.sellerId ?? '',
  }
}
