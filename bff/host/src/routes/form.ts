import type { Locale } from '@mallhive/contracts/locales'
import { localHref } from '@mallhive/mfe-kit/local-href'
import { ownPath, refererPath } from '@mallhive/mfe-kit/own-path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { openDeadline } from '../deadline.ts'
import type { Deps } from '../deps.ts'
import { keepFlash } from '../flash.ts'
import { HttpError } from '../http-error.ts'
import { localeOf } from '../locale-of.ts'
import { hostText } from '../messages.ts'
import { openCallScope } from '../open-call-scope.ts'
import { parseProcedure, parseRelease } from '../parse-call.ts'
import { nameProcedures } from '../name-procedures.ts'
import { pickRelease } from '../pick-release.ts'
import { resultPath, withFlash } from '../redirect-path.ts'
import { runMutation } from '../run-mutation.ts'
import type { Outcome } from '../run-mutation.ts'

/** Longest `_form`; BffForm writes `<mfe>/<procedure>` and an id. */
const maxFormName = 200

/**
 * Runs a mutation with the fields of a form posted without JavaScript and answers 303. On success redirects to the target of
 * the result, else of the form; on a refusal back to the form's page, with values and errors in `?flash`.
 */
export const answerForm = (deps: Deps) => async (request: FastifyRequest, reply: FastifyReply) => {
  const { mfe = '', procedure = '' } = request.params as Record<string, string>
  const { own, fields } = readForm(request)
  const setCookies: string[] = []
  const lang = localeOf(own.get('_locale'))
  const outcome = await run(deps, request, reply, {
    mfe,
    procedure,
    release: own.get('_release'),
    fields,
    lang,
    setCookies,
  })
  const back = refererPath(request.headers.referer, deps.visitor(request.headers).origin) ?? '/'
  let location = back
  if (outcome.ok)
    location = localHref(lang, resultPath(outcome.result) ?? ownPath(own.get('_redirect')) ?? back)
  else {
    const { errors, formError } = outcome
    const named = own.get('_form') ?? ''
    const form = named !== '' && named.length <= maxFormName ? named : `${mfe}/${procedure}`
    const kept = await keepFlash(deps, request, { form, values: fields, errors, formError }, lang)
    if (kept) location = withFlash(back, kept.id)
    if (kept?.setCookie) setCookies.push(kept.setCookie)
  }
  for (const cookie of setCookies) reply.header('set-cookie', cookie)
  return reply.header('cache-control', 'no-store').redirect(location, 303)
}

interface FormCall {
  mfe: string
  procedure: string
  release: string | undefined
  fields: Record<string, string>
  lang: Locale
  setCookies: string[]
}

/** Returns refusals, which the form's page shows. Throws 404s, 429s and unexpected errors. */
async function run(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  call: FormCall,
): Promise<Outcome> {
  const { mfe, fields, lang } = call
  try {
    const procedure = parseProcedure(call.procedure)
    await deps.limits.count(request, 1)
    // A form outlives its page's release: fields are strings, and the stable router validates them.
    const picked = await pickRelease(deps, request.headers, mfe, parseRelease(mfe, call.release)).catch(() =>
      pickRelease(deps, request.headers, mfe, undefined),
    )
    const answered = nameProcedures(request, mfe, [procedure])
    await deps.limits.countDeclared(request, picked, [procedure])
    using turns = new DisposableStack()
    turns.use(await deps.limits.enter(request, mfe, 1))
    using deadline = openDeadline(request, reply, deps.config)
    const { scope, setCookies } = await openCallScope(deps, request, deadline, picked, lang)
    const outcome = await deadline.within(runMutation(picked, scope, procedure, fields))
    answered({ status: 200 })
    call.setCookies.push(...setCookies())
    return outcome
  } catch (error) {
    // A flash for each post beyond the limit would fill Redis.
    if (error instanceof HttpError && error.status !== 404 && error.status !== 429)
      return { ok: false, errors: {}, formError: hostText(error.message, lang) }
    throw error
  }
}

/** The kit's own fields start with an underscore; of a repeated field the last one counts, as in the browser. */
function readForm({ headers, body }: FastifyRequest) {
  if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded') || typeof body !== 'string')
    throw new HttpError(
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'A form is posted as application/x-www-form-urlencoded.',
    )
  const all = [...new URLSearchParams(body)]
  return {
    own: new Map(all.filter(([name]) => name.startsWith('_'))),
    fields: Object.fromEntries(all.filter(([name]) => !name.startsWith('_'))),
  }
}
