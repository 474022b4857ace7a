'use client'
import { errorSummaryAttribute } from '@mallhive/contracts/error-summary'
import { useEffect, useRef } from 'react'
import { useWords } from '../words/words-provider.tsx'
import styles from './error-summary.module.css'

export type ErrorSummaryProps = {
  /** Field name → message. */
  errors: Readonly<Record<string, string>>
  /** An error of the form as a whole. */
  formError?: string | undefined
  title?: string
}

/**
 * Lists a form's errors, each a link to its field. Takes focus when it appears and at each further refusal. Renders nothing
 * without errors.
 */
export function ErrorSummary({ errors, formError, title }: ErrorSummaryProps) {
  const w = useWords()
  const ref = useRef<HTMLDivElement>(null)
  const entries = Object.entries(errors)
  const shown = entries.length > 0 || Boolean(formError)
  useEffect(() => {
    if (Object.keys(errors).length > 0 || formError) ref.current?.focus()
  }, [errors, formError])
  if (!shown) return null
  return (
    <div ref={ref} className={styles.summary} role="alert" tabIndex={-1} {...{ [errorSummaryAttribute]: '' }}>
      <p className={styles.title}>{formError || (title ?? w('errors.title', 'Please check these'))}</p>
      {entries.length > 0 ? (
        <ul className={styles.list}>
          {entries.map(([name, message]) => (
            <li key={name}>
              <a href={`#field-${name}`}>{message}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
