import type { Catalog } from './messages/compiled-message.ts'

const english = {
  'form.cookies-refused':
    'Your browser refuses cookies, and without them the mall forgets what you do here. Allow cookies for this site and try again.',
  'form.unreachable': 'We could not reach the mall. Check your connection and try again.',
}

/** Returns what a form says when no BFF has answered it. */
export type FormWords = (word: keyof typeof english) => string

/** Returns the words of forms that are among a host's messages, or the English ones. */
export const formWords =
  (host?: Catalog): FormWords =>
  (word) => {
    const text = host?.messages[word]
    return typeof text === 'string' ? text : english[word]
  }
