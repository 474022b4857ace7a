import { type Loaded, type LoaderContext, type Meta } from '@mallhive/mfe-kit'
export declare function loader(ctx: LoaderContext): Promise<{
  returnTo: string
}>
export declare function meta(): Meta
export default function SignInPage({
  data: { returnTo },
}: {
  data: Loaded<typeof loader>
}): import('react').JSX.Element
