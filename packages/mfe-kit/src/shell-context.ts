import { createContext, useContext } from 'react'
import type { ComponentType } from 'react'
import type { LinkProps } from './link-props.ts'
import type { Catalog } from './messages/compiled-message.ts'
import type { Consent } from '@mallhive/contracts/consents'
import type { Locale } from '@mallhive/contracts/locales'
import type { Currency } from '@mallhive/contracts/currencies'
import type { Flash, LoaderContext, Meta } from './page-contract.ts'
import type { Search } from './search.ts'
import type { RemoteRelease } from './release.ts'

export interface NavigateOptions {
  replace?: boolean
  /** Keep the scroll position (`false`) instead of going to the top. */
  scroll?: boolean
}

/** What a remote knows about its page. Nothing of any domain. */
export interface Shell {
  /** BCP 47, for formatting: `en-IE`. */
  locale: string
  /** The locale of the page's texts and address: `de`. */
  lang: Locale
  currency: Currency
  /** What the shopper has agreed to; absent in hosts that do not ask. The BFF checks again (`ctx.consents`). */
  consents?: readonly Consent[]
  pathname: string
  /** The query string, the same as in loaders. */
  search: Search
  nonce?: string
  Link: ComponentType<LinkProps>
  navigate: (path: string, options?: NavigateOptions) => void
  /** Runs the current page's loader on the server again, and renders its result. */
  refresh: () => void
  /** Errors and values of a refused form posted without JavaScript; `BffForm` shows them. */
  flash?: Flash
}

/** A document's data about one release: enough to load its exposes and to prefetch the pages behind links. */
export type AssignedRelease = Omit<RemoteRelease, 'ssr' | 'integrity' | 'redirects'>

/** A loaded expose: a component, and the functions that the server runs before rendering. */
export interface ExposedModule {
  default: ComponentType<Record<string, unknown>>
  loader?: (ctx: LoaderContext, props?: Record<string, unknown>) => unknown
  meta?: (data: unknown, ctx: LoaderContext) => Meta
  /**
   * Of a page: seconds, at most 30, for which its document may be sent again to visitors without a session. It is rendered anew
   * before that when one of its answers is no longer remembered.
   */
  cacheSeconds?: number
}

/** The part of the shell's context that only the kit uses. */
export interface ShellInternals {
  /** The releases assigned to this document, by micro frontend. They change only with the document. */
  releases: Record<string, AssignedRelease>
  /** Returns the `sha384-…` of a release's file, by its path in the release. */
  integrity: (release: AssignedRelease, path: string) => string | undefined
  /** Returns the same promise for the same expose; settled ones carry `status` and `value` for React's `use`. */
  load: (release: AssignedRelease, expose: string) => Promise<ExposedModule>
  /** Called with an error that a remote's boundary caught. */
  onCaught?: (error: unknown, release: AssignedRelease) => void
  /**
   * Called on the server before and after a remote renders: one without `done` when the document is sent has thrown.
   */
  onRender?: (name: string, step: 'begun' | 'done') => void
  /** The messages of the host's frame, with the words of the kit's own components; those are in English without them. */
  messages?: Catalog
  /** Messages of remotes that came with the document, by `sentName`; those of others are loaded. */
  catalogs?: Record<string, Catalog>
  /** Returns a new idempotency key of this document. On the server only. */
  formKey?: () => string
}

export const ShellContext = createContext<(Shell & ShellInternals) | null>(null)

/** Returns the page's context: locale, currency, navigation. Throws outside of a shell. */
export function useShell(): Shell {
  return useShellInternals()
}

/** Returns the page's context with the kit's own part. Throws outside of a shell. */
export function useShellInternals(): Shell & ShellInternals {
  const shell = useContext(ShellContext)
  if (!shell) throw new Error('Remotes render inside a shell: wrap the tree in <ShellContext>.')
  return shell
}
