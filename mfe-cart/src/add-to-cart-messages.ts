import { messagesOf } from '@mallhive/mfe-kit'
import type { Messages } from '../messages/add-to-cart/messages.d.ts'

/** The words of a fragment that other teams' pages show: a catalogue of its own, so that they do not load the rest. */
export const { useMessages } = messagesOf<Messages>(
  'cart',
  () => import('../messages/add-to-cart/en.json?locale=en'),
)
