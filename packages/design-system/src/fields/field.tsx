'use client'
import type { ReactNode } from 'react'
import { Icon } from '../brand/icon.tsx'
import * as icons from '../brand/icons.ts'
import { classes } from '../classes.ts'
import { useWords } from '../words/words-provider.tsx'
import styles from './field.module.css'

/** Props of every field. Ids default to `field-<name>`: pass `id` when a page contains a name twice. */
export type FieldProps = {
  label: string
  name: string
  error?: string | undefined
  hint?: ReactNode
  /** Shows "optional" beside the label; all other fields count as required. */
  optional?: boolean
}

type FrameProps = Omit<FieldProps, 'name'> & {
  id: string
  className?: string | undefined
  children: ReactNode
}

/** The frame around a control: label above, hint and error below it. */
export function Field({ id, label, error, hint, optional, className, children }: FrameProps) {
  const w = useWords()
  return (
    <div className={classes(styles.field, error && styles.invalid, className)}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {optional ? <span className={styles.optional}>{w('field.optional', 'optional')}</span> : null}
      </label>
      {children}
      <FieldNotes id={id} error={error} hint={hint} />
    </div>
  )
}

/** The hint and the error of a control, with the ids of `described`. */
export function FieldNotes({
  id,
  error,
  hint,
}: {
  id: string
  error?: string | undefined
  hint?: ReactNode
}) {
  return (
    <>
      {hint ? (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className={styles.error} id={`${id}-error`}>
          <Icon path={icons.alert} size={16} />
          {error}
        </p>
      ) : null}
    </>
  )
}
