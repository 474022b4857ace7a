import type { OrderCardView } from '@mallhive/bff-profile/router'
export declare function OrderCards({ orders }: { orders: OrderCardView[] }): import('react').JSX.Element
