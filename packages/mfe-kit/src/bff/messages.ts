import type { MessageTypes, Translate } from '../messages/translator.ts'
import type { BffContext } from './context.ts'
import { messageReference, translators } from './message-reference.ts'

/** What a message's values may be where its text is made later: plain data. */
type PlainValues<V extends unknown[]> = V extends [infer Values extends Record<string, string | number>]
  ? [Values]
  : V extends []
    ? []
    : never

export interface BffMessages<M extends MessageTypes<M>> {
  /** Formats messages of a request, as text: `messages(ctx)('cart.full', { max })`. */
  messages: (ctx: Pick<BffContext, 'catalog' | 'locale'>) => Translate<M>
  /**
   * Returns a reference to a message, for texts that are made without a context: messages of refusals, of their fields and of
   * zod's checks. The answer to the request has the message in the page's language. Its values are text and numbers.
   */
  msg: <K extends keyof M & string>(key: K, ...values: PlainValues<Parameters<M[K]>>) => string
}

/**
 * Returns what formats the messages of a BFF. `M` is the type that the build writes to `messages/messages.d.ts` of the BFF's
 * package.
 */
export const messagesOf = <M extends MessageTypes<M>>(): BffMessages<M> => ({
  messages({ catalog, locale }) {
    if (!catalog) throw new Error('The bundle has no messages: its package has no messages/en.json.')
    return translators.of<M>(catalog, locale)
  },
  msg: (key, ...[values]) => messageReference(key, values),
})
