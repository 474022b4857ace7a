import type { SubOrderView } from '@mallhive/bff-profile/router'
/** The part of an order that one shop sends. */
export declare function SubOrder({ subOrder }: { subOrder: SubOrderView }): import('react').JSX.Element
