import { type LoaderContext } from '@mallhive/mfe-kit'
/** What only an account may see; everybody else signs in first and comes back. */
export declare function signedIn<T>(ctx: LoaderContext, call: Promise<T>): Promise<T>
