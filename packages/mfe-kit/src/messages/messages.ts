import { Fragment, createContext, createElement, use, useContext } from 'react'
import type { LoaderContext } from '../page-contract.ts'
import { track } from '../host/tracked-promise.ts'
import { useShellInternals } from '../shell-context.ts'
import type { Catalog } from './compiled-message.ts'
import { openTranslators } from './translator.ts'
import type { MessageTypes, Translate } from './translator.ts'

export type { Translate } from './translator.ts'

export interface Messages<M extends MessageTypes<M>> {
  /** In components. */
  useMessages: () => Translate<M>
  /** In loaders and `meta`. */
  messages: (ctx: LoaderContext) => Translate<M>
}

/** The catalogue of the remote that renders. `<Remote>` provides it. */
export const CatalogContext = createContext<Catalog | null>(null)

/**
 * Returns the typed messages of a micro frontend. `M` is the type that the build writes to `messages/messages.d.ts`: a wrong
 * key, and a value that is missing or of another type, do not compile. `loadDefault` imports the catalogue of the default
 * locale: components use it in other hosts, which render them without `<Remote>`.
 */
export function messagesOf<M extends MessageTypes<M>>(
  mfe: string,
  loadDefault?: () => Promise<{ default: Catalog }>,
): Messages<M> {
  const missing = () => new Error(`The messages of ${mfe} are not loaded.`)
  let loading: Promise<{ default: Catalog }> | undefined

  function defaultCatalog(): Catalog {
    if (!loadDefault) throw missing()
    loading ??= track(loadDefault())
    return use(loading).default
  }

  function useMessages() {
    const { locale } = useShellInternals()
    return translator.of<M>(useContext(CatalogContext) ?? defaultCatalog(), locale)
  }

  function messages({ catalogs, locale }: LoaderContext) {
    const catalog = catalogs[mfe]
    if (!catalog) throw missing()
    return translator.of<M>(catalog, locale)
  }

  return { useMessages, messages }
}

const translator = openTranslators((nodes) => createElement(Fragment, null, ...nodes))
