import type { IncomingHttpHeaders } from 'node:http'

interface PostedForm {
  fields: URLSearchParams
  headers: IncomingHttpHeaders
  /** The path of the page that the form is on. */
  page: string
  publicOrigin: string
}

/** Handles the fields of one of the shell's forms. @throws FormRefused */
export type Form = (posted: PostedForm) => FormAnswer

/** The 303 answer to a form. */
interface FormAnswer {
  location: string
  setCookies: string[]
}

/** A refused form, with a status and a message for the person who sent it. */
export class FormRefused extends Error {
  override name = 'FormRefused'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}
