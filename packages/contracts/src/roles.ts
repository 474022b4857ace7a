/** Roles of a shop's members, assigned by the shop. */
export const shopRoles = ['owner', 'manager', 'packer', 'accountant'] as const
export type ShopRole = (typeof shopRoles)[number]

/** Roles that see a shop's amounts of money. A packer sees orders without them. */
export const moneyRoles: readonly ShopRole[] = ['owner', 'manager', 'accountant']

/** Roles of the mall's own staff. Shops cannot assign them, and they grant no membership of a shop. */
export const platformRoles = ['support', 'admin'] as const
export type PlatformRole = (typeof platformRoles)[number]

/** A person's role in one shop. */
export interface Membership {
  shopId: string
  role: ShopRole
}

/** Whether a value is a role in a shop. */
export const isShopRole = (role: unknown): role is ShopRole => shopRoles.some((known) => known === role)

/** Whether a value is a role of the mall's staff. */
export const isPlatformRole = (role: unknown): role is PlatformRole =>
  platformRoles.some((known) => known === role)

/** Returns the valid memberships of a token's claim or an RPC's response; others are left out. */
export function readMemberships(claim: unknown): Membership[] {
  if (!Array.isArray(claim)) return []
  return claim.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('shopId' in entry) || !('role' in entry)) return []
    const { shopId, role } = entry
    return typeof shopId === 'string' && shopId !== '' && isShopRole(role) ? [{ shopId, role }] : []
  })
}
