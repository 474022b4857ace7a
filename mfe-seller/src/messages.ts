import { messagesOf } from '@mallhive/mfe-kit'
import type { Messages } from '../messages/messages.d.ts'

export const { useMessages, messages } = messagesOf<Messages>(
  'seller',
  () => import('../messages/en.json?locale=en'),
)
