import type { OrderView } from '@mallhive/bff-profile/router'
/** What it came to, where it goes and how it was paid. */
export declare function OrderFacts({ order }: { order: OrderView }): import('react').JSX.Element
