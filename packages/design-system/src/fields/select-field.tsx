import type { ComponentPropsWithRef } from 'react'
import { described } from './described.ts'
import { Field } from './field.tsx'
import type { FieldProps } from './field.tsx'
import { Icon } from '../brand/icon.tsx'
import * as icons from '../brand/icons.ts'
import { classes } from '../classes.ts'
import styles from './control.module.css'

export type SelectOption = { value: string; label: string; disabled?: boolean }

export type SelectFieldProps = FieldProps &
  Omit<ComponentPropsWithRef<'select'>, 'name' | 'children'> & {
    options: readonly SelectOption[]
    /** Shown while no option is chosen. */
    placeholder?: string
  }

/** The browser's native select: it suits phones and works without JavaScript. */
export function SelectField(props: SelectFieldProps) {
  const { label, error, hint, optional, options, placeholder, className, id, ...select } = props
  const fieldId = id ?? `field-${select.name}`
  return (
    <Field id={fieldId} label={label} error={error} hint={hint} optional={optional} className={className}>
      <span className={styles.wrap}>
        <select
          {...select}
          {...described(fieldId, { error, hint })}
          className={classes(styles.control, styles.select)}
        >
          {placeholder ? <option value="">{placeholder}</option> : null}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon path={icons.chevronDown} size={18} className={styles.arrow} />
      </span>
    </Field>
  )
}
