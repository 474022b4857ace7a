import type { ReactNode } from 'react'
import type { Formats } from './formats.ts'
import type { Messages } from './messages/messages.ts'

/** A mail of one template: its HTML half as the body of the layout, its text half as lines. */
export interface Mail {
  subject: string
  /** What mail programs show beside the subject. */
  preheader: string
  /** Hues of the categories whose cells the body shows. */
  hues?: number[]
  body: ReactNode
  text: string[]
}

/** What a template renders with, besides its facts. */
export interface MailContext {
  messages: Messages
  formats: Formats
  /** Returns the absolute address of a path of the mall. Segments are encoded. */
  link: (...segments: string[]) => string
}
