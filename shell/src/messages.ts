import type { Word, Words } from '@mallhive/design-system'
import { messagesOf } from '@mallhive/mfe-kit'
import { useCallback } from 'react'
import type { Messages } from '../messages/messages.d.ts'

/** The shell's own words. A remote that shows its fallback shows them, too. */
export const { useMessages } = messagesOf<Messages>('shell')

/** The design system's words are among the shell's, so that a document has them once for all remotes. */
type DesignMessages = { [W in Word as `ds.${W}` & keyof Messages]: (values: object) => string }
const { useMessages: useDesignMessages } = messagesOf<DesignMessages>('shell')

/** Returns the words of the design system in the page's language. */
export function useDesignWords(): Words {
  const t = useDesignMessages()
  return useCallback((word, _, values = {}) => t(`ds.${word}`, values), [t])
}
