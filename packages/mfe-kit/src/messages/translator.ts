import { localeEntry, localeOfTag } from '@mallhive/contracts/locales'
import type { ReactNode } from 'react'
import type { Catalog } from './compiled-message.ts'
import { formatMessage } from './format-message.ts'
import type { MessageValues } from './format-message.ts'

/** Messages by key: a function from the values of the placeholders to the formatted message. */
export type MessageTypes<M> = { [K in keyof M]: (values: never) => ReactNode }

/** Formats a message of the page's locale: `t('hero.title')`, `t('cart.items', { count })`. */
export type Translate<M extends MessageTypes<M>> = <K extends keyof M & string>(
  key: K,
  ...values: Parameters<M[K]>
) => ReturnType<M[K]>

type AnyTranslate = (key: string, values?: MessageValues) => ReactNode

export interface Translators {
  /**
   * Returns the function that formats messages of a catalogue: the same function for the same catalogue and locale, so that
   * hooks may depend on it. `locale` is for numbers and dates.
   */
  of: <M extends MessageTypes<M>>(catalog: Catalog, locale: string) => Translate<M>
}

/** Returns the translators of a process or document. `join` makes one node of those of a message with tags. */
export function openTranslators(join: (nodes: ReactNode[]) => ReactNode): Translators {
  const kept = new WeakMap<Catalog, Map<string, AnyTranslate>>()

  function of<M extends MessageTypes<M>>(catalog: Catalog, locale: string): Translate<M>
  function of(catalog: Catalog, locale: string): AnyTranslate {
    const byLocale = kept.get(catalog) ?? new Map<string, AnyTranslate>()
    kept.set(catalog, byLocale)
    const translate: AnyTranslate = byLocale.get(locale) ?? newTranslator(catalog, locale)
    byLocale.set(locale, translate)
    return translate
  }

  function newTranslator({ messages, locale: language }: Catalog, locale: string): AnyTranslate {
    const isolate = runAlike(language, locale) ? (text: ReactNode) => text : isolated
    return (key, values = {}) => {
      const message = messages[key]
      // Types exclude it; a catalogue of another release must not end the page.
      return message === undefined ? key : isolate(formatMessage(message, values, { locale, language, join }))
    }
  }

  /** As the build does with single messages of the default locale: here a release has no catalogue of the page's. */
  const isolated = (text: ReactNode): ReactNode =>
    typeof text === 'string' ? `\u2068${text}\u2069` : join(['\u2068', text, '\u2069'])

  return { of }
}

const runAlike = (one: string, other: string): boolean =>
  localeEntry(localeOfTag(one)).dir === localeEntry(localeOfTag(other)).dir
