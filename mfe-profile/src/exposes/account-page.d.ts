import type { Loaded, LoaderContext, Meta } from '@mallhive/mfe-kit'
export declare function loader(ctx: LoaderContext): Promise<{
  name: string
  email: string
  isSeller: boolean
  recent?:
    | {
        number: string
        status: import('@mallhive/bff-profile/router').Status
        placedAt: string
        total: import('@mallhive/bff-profile/router').AmountView
        itemCount: number
        lines: import('@mallhive/bff-profile/router').OrderLineView[]
      }[]
    | undefined
}>
export declare function meta(): Meta
export default function AccountPage({ data }: { data: Loaded<typeof loader> }): import('react').JSX.Element
