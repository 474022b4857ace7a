'use client'
import type { ReactNode } from 'react'
import { Icon } from '../brand/icon.tsx'
import type { IconPath } from '../brand/icon.tsx'
import { FieldNotes } from './field.tsx'
import { classes } from '../classes.ts'
import styles from './radio-cards.module.css'

export type RadioCard = {
  value: string
  label: ReactNode
  description?: ReactNode
  /** Shown at the end of the card: a price. */
  aside?: ReactNode
  icon?: IconPath
  disabled?: boolean
}

export type RadioCardsProps = {
  legend: string
  /** Hides the legend visually; screen readers still read it. */
  hideLegend?: boolean
  name: string
  options: readonly RadioCard[]
  value?: string
  defaultValue?: string
  onValueChange?: (value: string) => void
  error?: string | undefined
  hint?: ReactNode
  required?: boolean
  className?: string
}

/** A choice of one among few options, each with a description. Plain radio buttons underneath. */
export function RadioCards(props: RadioCardsProps) {
  const { legend, hideLegend, name, options, value, defaultValue, onValueChange, error, hint, required } =
    props
  const id = `field-${name}`
  return (
    <fieldset
      className={classes(styles.group, error && styles.invalid, props.className)}
      id={id}
      tabIndex={-1}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className={classes(styles.legend, hideLegend && styles.hidden)}>{legend}</legend>
      <div className={styles.cards}>
        {options.map((option) => (
          <label key={option.value} className={styles.card}>
            <input
              className={styles.radio}
              type="radio"
              name={name}
              value={option.value}
              required={required}
              disabled={option.disabled}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value })}
              onChange={() => onValueChange?.(option.value)}
            />
            {option.icon ? <Icon path={option.icon} size={22} /> : null}
            <span className={styles.words}>
              <span className={styles.label}>{option.label}</span>
              {option.description ? <span className={styles.description}>{option.description}</span> : null}
            </span>
            {option.aside ? <span className={styles.aside}>{option.aside}</span> : null}
          </label>
        ))}
      </div>
      <FieldNotes id={id} error={error} hint={hint} />
    </fieldset>
  )
}
