import type { ComponentPropsWithRef, ReactNode } from 'react'
import { described } from './described.ts'
import { FieldNotes } from './field.tsx'
import { classes } from '../classes.ts'
import styles from './checkbox.module.css'

export type CheckboxProps = Omit<ComponentPropsWithRef<'input'>, 'type' | 'name'> & {
  label: ReactNode
  name: string
  error?: string | undefined
  hint?: ReactNode
  /** Shown at the end of the line: a facet's number of products. */
  count?: number
}

/** A checkbox with its label, hint and error. */
export function Checkbox({ label, error, hint, count, className, id, ...input }: CheckboxProps) {
  const fieldId = id ?? `field-${input.name}${input.value === undefined ? '' : `-${String(input.value)}`}`
  return (
    <div className={classes(styles.checkbox, className)}>
      <label className={styles.line}>
        <input type="checkbox" {...input} {...described(fieldId, { error, hint })} className={styles.box} />
        <span className={styles.label}>{label}</span>
        {count === undefined ? null : <span className={styles.count}>{count}</span>}
      </label>
      <FieldNotes id={fieldId} error={error} hint={hint} />
    </div>
  )
}
