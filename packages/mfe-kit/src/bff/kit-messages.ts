import type { Messages } from '../../messages/messages.d.ts'
import { messagesOf } from './messages.ts'

/** The kit's own messages, which the build adds to those of every BFF. */
export const { msg } = messagesOf<Messages>()
