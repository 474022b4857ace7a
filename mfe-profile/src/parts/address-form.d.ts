import type { AddressView } from '@mallhive/bff-profile/router'
/** A new address, or one that is changed. */
export declare function AddressForm({
  address,
}: {
  address: AddressView | undefined
}): import('react').JSX.Element
