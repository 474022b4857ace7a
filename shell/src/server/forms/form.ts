import type { IncomingHttpHeaders } from 'node:http'

interface PostedForm {
  fields: URLSearchParams
  headers: IncomingHttpHeaders
  /** The path of the page that the form is on. */
  page: string
  publicOrigin: string
}

/** One of the shell's own forms: what it does with its fields. @throws FormRefused */
export type Form = (posted: PostedForm) => FormAnswer

/** A form is answered with 303. */
interface FormAnswer {
  location: string
  setCookies: string[]
}

/** Why a form is not accepted, as a status and a sentence for the person who sent it. */
export class FormRefused extends Error {
  override name = 'FormRefused'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}
