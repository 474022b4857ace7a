import type { OrderView } from '@mallhive/bff-profile/router'
/** What has happened, then what is still to come. */
export declare function OrderTimeline({ order }: { order: OrderView }): import('react').JSX.Element
