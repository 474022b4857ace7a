import { messagesOf } from '@mallhive/mfe-kit'
import type { Messages } from '../messages/footer/messages.d.ts'

/** The words of a fragment that every page shows: a catalogue of its own, so that other pages do not load the rest. */
export const { useMessages } = messagesOf<Messages>(
  'home',
  () => import('../messages/footer/en.json?locale=en'),
)
