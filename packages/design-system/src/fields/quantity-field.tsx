'use client'
import { useId, useRef } from 'react'
import type { ComponentPropsWithRef } from 'react'
import { Icon } from '../brand/icon.tsx'
import type { IconPath } from '../brand/icon.tsx'
import * as icons from '../brand/icons.ts'
import { classes } from '../classes.ts'
import styles from './quantity-field.module.css'

export type QuantityFieldProps = Omit<
  ComponentPropsWithRef<'input'>,
  'type' | 'size' | 'min' | 'max' | 'ref'
> & {
  /** Accessible name: "Quantity of Walnut bowl". Visible with `showLabel`. */
  label: string
  showLabel?: boolean
  min?: number
  max?: number
  /** Called with an integer within min and max, by the buttons and when typing ends. */
  onValueChange?: (value: number) => void
}

/** A number input, with − and + buttons once scripts run. */
export function QuantityField(props: QuantityFieldProps) {
  const {
    label,
    showLabel = false,
    name = 'quantity',
    min = 1,
    max = 99,
    onValueChange,
    className,
    disabled,
    ...input
  } = props
  const ref = useRef<HTMLInputElement>(null)
  const ownId = useId()
  const id = input.id ?? ownId

  const commit = (value: number) => {
    const element = ref.current
    if (!element) return
    const next = Math.min(max, Math.max(min, Math.round(value) || min))
    if (input.value === undefined) element.value = String(next)
    onValueChange?.(next)
  }
  const step = (by: number) => commit(Number(ref.current?.value) + by)

  return (
    <div className={classes(styles.quantity, className)}>
      {/* Beside the control, not around it: the buttons are labelable too, and the first one would take the label. */}
      <label htmlFor={id} className={showLabel ? styles.label : styles.hidden}>
        {label}
      </label>
      <span className={styles.frame}>
        <StepButton
          label={`One less: ${label}`}
          icon={icons.minus}
          disabled={disabled}
          onClick={() => step(-1)}
        />
        <input
          {...input}
          id={id}
          ref={ref}
          className={styles.input}
          type="number"
          inputMode="numeric"
          name={name}
          min={min}
          max={max}
          step={1}
          disabled={disabled}
          onBlur={(event) => commit(Number(event.currentTarget.value))}
        />
        <StepButton
          label={`One more: ${label}`}
          icon={icons.plus}
          disabled={disabled}
          onClick={() => step(1)}
        />
      </span>
    </div>
  )
}

type StepButtonProps = {
  label: string
  icon: IconPath
  disabled: boolean | undefined
  onClick: () => void
}

function StepButton({ label, icon, disabled, onClick }: StepButtonProps) {
  return (
    <button type="button" className={styles.step} aria-label={label} disabled={disabled} onClick={onClick}>
      <Icon path={icon} size={16} />
    </button>
  )
}
