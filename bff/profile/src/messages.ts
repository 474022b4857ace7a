import { messagesOf } from '@mallhive/mfe-kit/bff/messages'
import type { Messages } from '../messages/messages.d.ts'

export const { msg } = messagesOf<Messages>()
