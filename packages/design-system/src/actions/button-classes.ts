import type { IconPath } from '../brand/icon.tsx'
import { classes } from '../classes.ts'
import styles from './button.module.css'

export type ButtonLook = {
  /** `primary` at most once per view. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 's' | 'm' | 'l'
  /** Fills the available width. */
  block?: boolean
  icon?: IconPath
}

/** Returns the class names of a button's look, for buttons and for links that look like one. */
export function buttonClasses(
  { variant = 'secondary', size = 'm', block }: ButtonLook,
  className?: string,
): string {
  return classes(styles.button, styles[variant], styles[size], block && styles.block, className)
}
