import { refererPath } from '@mallhive/mfe-kit/own-path'
import { fromOwnPage } from '@mallhive/process-kit/from-own-page'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { FormRefused } from './forms/form.ts'
import type { Form } from './forms/form.ts'
import { changePinned } from './forms/pins.ts'
import { keepPreferences } from './forms/preferences.ts'
import { readForm } from './forms/read-form.ts'

/** All POST paths of the shell. They are handled before Next, which would read bodies of any size. */
export const forms: ReadonlyMap<string, Form> = new Map([
  ['/_mall/preferences', keepPreferences],
  ['/_mall/pins', changePinned],
])

/** Answers a posted form: 303, or a refusal in plain text. */
export async function answerForm(
  form: Form,
  req: IncomingMessage,
  res: ServerResponse,
  publicOrigin: string,
): Promise<void> {
  res.setHeader('cache-control', 'no-store')
  try {
    if (!fromOwnPage(req.headers, publicOrigin))
      throw new FormRefused(403, 'This form was sent from another site.')
    const fields = await readForm(req)
    const page = refererPath(req.headers.referer, publicOrigin) ?? '/'
    const { location, setCookies } = form({ fields, headers: req.headers, page, publicOrigin })
    res.writeHead(303, { location, 'set-cookie': setCookies }).end()
  } catch (error) {
    if (!(error instanceof FormRefused)) throw error
    // The rest of the body is not read.
    res.writeHead(error.status, { 'content-type': 'text/plain', connection: 'close' }).end(error.message)
  }
}
