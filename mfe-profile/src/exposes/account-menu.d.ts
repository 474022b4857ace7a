import { type LoaderContext } from '@mallhive/mfe-kit'
export declare function loader(ctx: LoaderContext): Promise<void>
/** The way to the account, or to the door of it. */
export default function AccountMenu(): import('react').JSX.Element
