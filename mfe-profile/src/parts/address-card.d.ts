import type { AddressView } from '@mallhive/bff-profile/router'
export declare function AddressCard({ address }: { address: AddressView }): import('react').JSX.Element
