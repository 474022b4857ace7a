import { errorSummaryAttribute } from '@mallhive/contracts/error-summary'
import { useEffect, useRef, useState } from 'react'
import type { FormHTMLAttributes, ReactNode, SubmitEvent } from 'react'
import { submitForm } from './bff-form-submit.ts'
import { formWords } from './form-words.ts'
import { useShellInternals } from './shell-context.ts'
import { forgetEdits } from './soft-reload/edited.ts'

export interface BffFormState {
  pending: boolean
  /** The BFF's refusals by field name. */
  errors: Record<string, string>
  /** An error of the form as a whole. */
  formError?: string
  /** The submitted values, after a refused submit without JavaScript: use as default values. */
  values: Record<string, string>
}

export interface BffFormProps extends Omit<
  FormHTMLAttributes<HTMLFormElement>,
  'action' | 'method' | 'children' | 'onSubmit'
> {
  /** The micro frontend whose BFF has the procedure. */
  bff: string
  /** A mutation. It gets the form's fields as strings, so its input schema coerces. */
  procedure: string
  /** Path to open after success. A `redirectTo` in the procedure's result takes precedence. */
  redirectTo?: string
  /** Called after success and before any redirect; only with JavaScript. */
  onDone?: (result: unknown) => void
  /** Called after a refusal and when the mall could not be reached; only with JavaScript. */
  onRefused?: () => void
  /** Distinguishes several forms of one procedure on a page, for errors without JavaScript. */
  formId?: string
  children: ReactNode | ((state: BffFormState) => ReactNode)
}

const idle: BffFormState = { pending: false, errors: {}, values: {} }

/**
 * A form that posts to a BFF procedure. Without JavaScript the browser posts it, the BFF host runs the procedure and
 * responds with a redirect; with JavaScript the form calls the same procedure in place, and ignores a second submit
 * while the first is running. Both show refusals by field.
 */
export function BffForm({
  bff,
  procedure,
  redirectTo,
  onDone,
  onRefused,
  formId = `${bff}/${procedure}`,
  children,
  ...attributes
}: BffFormProps) {
  const shell = useShellInternals()
  const release = shell.releases[bff]
  const flash = shell.flash?.form === formId ? shell.flash : undefined
  const [state, setState] = useState<BffFormState>(() => (flash ? { ...flash, pending: false } : idle))
  const form = useRef<HTMLFormElement>(null)
  const busy = useRef(false)

  useEffect(() => {
    if (form.current) focusFirstError(form.current, state)
  }, [state])

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    if (!release || event.defaultPrevented) return
    event.preventDefault()
    if (busy.current) return
    busy.current = true
    setState((before) => ({ ...before, pending: true }))
    const fields = fieldsOf(event.currentTarget, event.nativeEvent.submitter)
    const outcome = await submitForm(bff, release, procedure, fields, formWords(shell.messages))
    busy.current = false
    if (!outcome.ok) {
      setState({ pending: false, values: fields, errors: outcome.errors, formError: outcome.formError })
      onRefused?.()
      return
    }
    if (form.current) forgetEdits(form.current)
    setState(idle)
    onDone?.(outcome.result)
    const target = outcome.redirectTo ?? redirectTo
    if (target) shell.navigate(target)
  }

  return (
    <form
      {...attributes}
      ref={form}
      method="post"
      action={`/api/${bff}/form/${procedure}`}
      aria-busy={state.pending || undefined}
      onSubmit={(event) => void onSubmit(event)}
    >
      <input type="hidden" name="_release" value={release ? `${bff}@${release.version}` : ''} />
      <input type="hidden" name="_form" value={formId} />
      <input type="hidden" name="_locale" value={shell.lang} />
      {redirectTo && <input type="hidden" name="_redirect" value={redirectTo} />}
      {typeof children === 'function' ? children(state) : children}
    </form>
  )
}

/** Returns the fields as strings, without the kit's own. The pressed button counts as a field. */
function fieldsOf(form: HTMLFormElement, submitter: HTMLElement | null): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of new FormData(form, submitter)) {
    if (typeof value === 'string' && !name.startsWith('_')) fields[name] = value
  }
  return fields
}

function focusFirstError(form: HTMLFormElement, { errors, formError }: BffFormState) {
  const summary = form.querySelector<HTMLElement>(`[${errorSummaryAttribute}]`)
  const field = Object.keys(errors)
    .map((name) => form.elements.namedItem(name))
    .find((element) => element instanceof HTMLElement)
  if (formError !== undefined || field) (summary ?? field)?.focus()
}
