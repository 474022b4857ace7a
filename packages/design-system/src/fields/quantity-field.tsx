'use client'
import { maxQuantity } from '@mallhive/contracts/limits'
import { readQuantity } from '@mallhive/contracts/quantity'
import { useId, useRef, useState } from 'react'
import type { ComponentPropsWithRef, KeyboardEvent } from 'react'
import { Icon } from '../brand/icon.tsx'
import type { IconPath } from '../brand/icon.tsx'
import * as icons from '../brand/icons.ts'
import { classes } from '../classes.ts'
import { useWords } from '../words/words-provider.tsx'
import styles from './quantity-field.module.css'

export type QuantityFieldProps = Omit<
  ComponentPropsWithRef<'input'>,
  'type' | 'size' | 'min' | 'max' | 'ref'
> & {
  /** Accessible name: "Quantity of Walnut bowl". Visible with `showLabel`. */
  label: string
  showLabel?: boolean
  min?: number
  /** Units that can be had, when known; a cart's limit applies as well. */
  max?: number | undefined
  /** Called with an integer within min and max, by the buttons, the arrow keys and when typing ends. */
  onValueChange?: (value: number) => void
}

/**
 * A whole number, with − and + buttons once scripts run. A text input, because the wheel changes a number input and its
 * value is empty for anything that is no number. Typing beyond the limits is corrected, other text is left as it is; a
 * status says so.
 */
export function QuantityField(props: QuantityFieldProps) {
  const {
    label,
    showLabel = false,
    name = 'quantity',
    min = 1,
    max = maxQuantity,
    onValueChange,
    className,
    disabled,
    ...input
  } = props
  const w = useWords()
  const most = Math.max(min, Math.min(max, maxQuantity))
  const ref = useRef<HTMLInputElement>(null)
  const ownId = useId()
  const id = input.id ?? ownId
  const [value, setValue] = useState(Number(input.value ?? input.defaultValue ?? min))
  const [note, setNote] = useState('')

  const commit = (wanted: number) => {
    const element = ref.current
    if (!element) return
    const kept = Math.min(most, Math.max(min, wanted))
    if (kept === wanted) setNote('')
    else
      setNote(
        kept === most
          ? w('quantity.most', 'You can choose up to {most}.', { most })
          : w('quantity.least', 'Choose at least {least}.', { least: min }),
      )
    if (input.value === undefined) element.value = String(kept)
    setValue(kept)
    onValueChange?.(kept)
  }
  const endTyping = () => {
    const typed = readQuantity(ref.current?.value ?? '')
    if (typed === undefined)
      setNote(w('quantity.whole', 'Enter a whole number from {least} to {most}.', { least: min, most }))
    else commit(typed)
  }
  const step = (by: number) => commit((readQuantity(ref.current?.value ?? '') ?? value) + by)

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    step(by)
  }

  return (
    <div className={classes(styles.quantity, className)}>
      {/* Beside the control, not around it: the buttons are labelable too, and the first one would take the label. */}
      <label htmlFor={id} className={showLabel ? styles.label : styles.hidden}>
        {label}
      </label>
      <span className={styles.frame}>
        <StepButton
          label={w('quantity.less', 'One less: {label}', { label })}
          icon={icons.minus}
          disabled={disabled}
          onClick={() => step(-1)}
        />
        <input
          {...input}
          id={id}
          ref={ref}
          className={styles.input}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          role="spinbutton"
          aria-valuenow={value}
          aria-valuemin={min}
          aria-valuemax={most}
          aria-describedby={`${id}-note`}
          name={name}
          disabled={disabled}
          onBlur={endTyping}
          onKeyDown={onKeyDown}
        />
        <StepButton
          label={w('quantity.more', 'One more: {label}', { label })}
          icon={icons.plus}
          disabled={disabled}
          onClick={() => step(1)}
        />
      </span>
      <output id={`${id}-note`} htmlFor={id} className={styles.note}>
        {note}
      </output>
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
