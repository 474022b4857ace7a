import type { ReactNode } from 'react'
import type { Formats } from './formats.ts'
import type { Messages } from './messages/en.ts'

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
  /** Returns the absolute address of a page, in the mail's language. Segments are encoded. */
  link: (...segments: string[]) => string
  /** Returns the absolute address of a file, such as a picture. Segments are encoded. */
  file: (...segments: string[]) => string
}
