import type { ComponentPropsWithRef } from 'react'
import { described } from './described.ts'
import { Field } from './field.tsx'
import type { FieldProps } from './field.tsx'
import { classes } from '../classes.ts'
import styles from './control.module.css'

export type TextAreaFieldProps = FieldProps & Omit<ComponentPropsWithRef<'textarea'>, 'name'>

/** A text field with several lines, with its label, hint and error. */
export function TextAreaField({ label, error, hint, optional, className, id, ...area }: TextAreaFieldProps) {
  const fieldId = id ?? `field-${area.name}`
  return (
    <Field id={fieldId} label={label} error={error} hint={hint} optional={optional} className={className}>
      <textarea
        {...area}
        {...described(fieldId, { error, hint })}
        className={classes(styles.control, styles.area)}
      />
    </Field>
  )
}
