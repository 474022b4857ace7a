import type { Loaded, LoaderContext, Meta } from '@mallhive/mfe-kit'
export declare function loader(ctx: LoaderContext): Promise<{
  addresses: {
    id: string
    isDefault: boolean
    name: string
    line1: string
    line2: string
    city: string
    region: string
    postcode: string
    country: string
    phone: string
  }[]
  editing: string | undefined
}>
export declare function meta(): Meta
export default function AddressesPage({
  data: { addresses, editing },
}: {
  data: Loaded<typeof loader>
}): import('react').JSX.Element
