import { type Loaded, type LoaderContext, type Meta } from '@mallhive/mfe-kit'
export declare function loader(ctx: LoaderContext): Promise<{
  order: {
    number: string
    status: import('@mallhive/bff-profile/router').Status
    placedAt: string
    email: string
    address: string[]
    shippingLabel: string
    paymentLabel: string
    subOrders: {
      id: string
      sellerName: string
      status: import('@mallhive/bff-profile/router').Status
      lines: import('@mallhive/bff-profile/router').OrderLineView[]
    }[]
    timeline: {
      at: string
      status: import('@mallhive/bff-profile/router').Status
      note: string
    }[]
    totals: {
      items: import('@mallhive/bff-profile/router').AmountView
      discount: import('@mallhive/bff-profile/router').AmountView
      shipping: import('@mallhive/bff-profile/router').AmountView
      tax: import('@mallhive/bff-profile/router').AmountView
      total: import('@mallhive/bff-profile/router').AmountView
      taxIncluded: boolean
    }
  }
  signedIn: boolean
}>
export declare function meta({ order }: Loaded<typeof loader>): Meta
export default function OrderPage({
  data: { order, signedIn },
}: {
  data: Loaded<typeof loader>
}): import('react').JSX.Element
