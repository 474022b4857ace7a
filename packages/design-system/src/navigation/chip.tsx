import type { ComponentPropsWithRef } from 'react'
import { Icon } from '../brand/icon.tsx'
import * as icons from '../brand/icons.ts'
import { classes } from '../classes.ts'
import styles from './chip.module.css'

export type ChipProps = ComponentPropsWithRef<'button'> & {
  selected?: boolean
  removable?: boolean
  count?: number
}

/** A small choice as a button. */
export function Chip({
  selected = false,
  removable = false,
  count,
  className,
  children,
  ...rest
}: ChipProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-pressed={removable ? undefined : selected}
      className={classes(styles.chip, selected && styles.selected, className)}
    >
      {children}
      {count === undefined ? null : <span className={styles.count}>{count}</span>}
      {removable ? <Icon path={icons.close} size={14} /> : null}
    </button>
  )
}
