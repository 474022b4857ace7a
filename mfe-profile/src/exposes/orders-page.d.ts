import type { Loaded, LoaderContext, Meta } from '@mallhive/mfe-kit'
export declare function loader(ctx: LoaderContext): Promise<{
  orders: {
    number: string
    status: import('@mallhive/bff-profile/router').Status
    placedAt: string
    total: import('@mallhive/bff-profile/router').AmountView
    itemCount: number
    lines: import('@mallhive/bff-profile/router').OrderLineView[]
  }[]
  nextCursor?: string | undefined
  isFirst: boolean
}>
export declare function meta(): Meta
export default function OrdersPage({ data }: { data: Loaded<typeof loader> }): import('react').JSX.Element
