import { createContext, useContext } from 'react'
import type { ComponentType } from 'react'
import type { LinkProps } from './link.tsx'
import type { Currency } from '@mallhive/contracts/markets'
import type { Flash, LoaderContext, Meta } from './page-contract.ts'
import type { Search } from './search.ts'
import type { RemoteRelease } from './release.ts'

export interface NavigateOptions {
  replace?: boolean
  /** Keep the scroll position (`false`) instead of going to the top. */
  scroll?: boolean
}

/** What a remote may know of the page that it stands on. Nothing of any domain. */
export interface Shell {
  /** BCP 47, for formatting: `en-IE`. */
  locale: string
  currency: Currency
  pathname: string
  /** The query string, as loaders get it. */
  search: Search
  nonce?: string
  Link: ComponentType<LinkProps>
  navigate: (path: string, options?: NavigateOptions) => void
  /** Runs the current page's loader again, on the server, and renders what it returns. */
  refresh: () => void
  /** What a form posted without JavaScript left behind; `BffForm` shows it by itself. */
  flash?: Flash
}

/** One release as a document knows it: enough to load its exposes and to warm the pages behind links. */
export type AssignedRelease = Omit<RemoteRelease, 'ssr' | 'integrity' | 'redirects'>

/** A loaded expose: a component, and what the server runs before it renders. */
export interface ExposedModule {
  default: ComponentType<Record<string, unknown>>
  loader?: (ctx: LoaderContext, props?: Record<string, unknown>) => unknown
  meta?: (data: unknown, ctx: LoaderContext) => Meta
}

/** What the shell adds for the kit itself. */
export interface ShellInternals {
  /** The releases assigned to this document, by micro frontend. They change only with the document. */
  releases: Record<string, AssignedRelease>
  /** `sha384-…` of a release's file, by its path in the release. */
  integrity: (release: AssignedRelease, path: string) => string | undefined
  /** The same promise for the same expose; already settled ones carry `status` and `value` for React's `use`. */
  load: (release: AssignedRelease, expose: string) => Promise<ExposedModule>
  /** Hears of what a remote's boundary caught. */
  onCaught?: (error: unknown, release: AssignedRelease) => void
  /** On the server: what has begun and is not done when the document is sent has thrown. */
  onRender?: (name: string, step: 'begun' | 'done') => void
}

export const ShellContext = createContext<(Shell & ShellInternals) | null>(null)

/** The page around a remote: locale, currency, navigation. Throws when rendered outside of a shell. */
export function useShell(): Shell {
  return useShellInternals()
}

export function useShellInternals(): Shell & ShellInternals {
  const shell = useContext(ShellContext)
  if (!shell) throw new Error('Remotes render inside a shell: wrap the tree in <ShellContext>.')
  return shell
}
