import type { ComponentPropsWithRef, ReactNode } from 'react'
import { described } from './described.ts'
import { Field } from './field.tsx'
import type { FieldProps } from './field.tsx'
import { classes } from '../classes.ts'
import styles from './control.module.css'

export type TextFieldProps = FieldProps &
  Omit<ComponentPropsWithRef<'input'>, 'name' | 'size'> & {
    /** Shown at the end of the control: a unit or an icon. */
    suffix?: ReactNode
  }

/** One line of text with its label, hint and error. */
export function TextField({ label, error, hint, optional, suffix, className, id, ...input }: TextFieldProps) {
  const fieldId = id ?? `field-${input.name}`
  return (
    <Field id={fieldId} label={label} error={error} hint={hint} optional={optional} className={className}>
      <span className={styles.wrap}>
        <input
          type="text"
          {...input}
          {...described(fieldId, { error, hint })}
          className={classes(styles.control)}
        />
        {suffix ? <span className={styles.suffix}>{suffix}</span> : null}
      </span>
    </Field>
  )
}
