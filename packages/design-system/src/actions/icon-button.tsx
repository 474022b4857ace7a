import type { ComponentPropsWithRef } from 'react'
import { Icon } from '../brand/icon.tsx'
import type { IconPath } from '../brand/icon.tsx'
import { classes } from '../classes.ts'
import styles from './icon-button.module.css'

export type IconButtonProps = Omit<ComponentPropsWithRef<'button'>, 'children'> & {
  icon: IconPath
  /** The accessible name and the tooltip. */
  label: string
  outlined?: boolean
}

/** A square button of 44 px that shows only an icon. */
export function IconButton({ icon, label, outlined = false, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={classes(styles.iconButton, outlined && styles.outlined, className)}
    >
      <Icon path={icon} size={22} />
    </button>
  )
}
