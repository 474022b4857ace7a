import type { ComponentPropsWithRef, MouseEvent } from 'react'
import { Icon } from '../brand/icon.tsx'
import { hexagon } from '../brand/icons.ts'
import { buttonClasses } from './button-classes.ts'
import type { ButtonLook } from './button-classes.ts'
import styles from './button.module.css'

export type ButtonProps = ComponentPropsWithRef<'button'> & ButtonLook & { pending?: boolean }

/**
 * A `<button>`; inside a form it submits unless `type` says otherwise. `pending` ignores clicks but keeps the button
 * focusable, so that screen readers keep their place in the form.
 */
export function Button({
  variant,
  size,
  block,
  icon,
  pending = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const swallow = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) event.preventDefault()
    else onClick?.(event)
  }
  const drawing = pending ? hexagon : icon
  return (
    <button
      {...rest}
      className={buttonClasses({ variant, size, block }, className)}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      onClick={pending || onClick ? swallow : undefined}
    >
      {drawing ? <Icon path={drawing} size={18} className={pending && styles.mark} /> : null}
      {children}
    </button>
  )
}
