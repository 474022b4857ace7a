import type { ReactNode } from 'react'
import { Icon } from '../brand/icon.tsx'
import type { IconPath } from '../brand/icon.tsx'
import { classes } from '../classes.ts'
import styles from './badge.module.css'

export type BadgeProps = {
  tone?: 'neutral' | 'berry' | 'leaf' | 'honey'
  icon?: IconPath
  children: ReactNode
  className?: string
}

/** A state in one or two words. */
export function Badge({ tone = 'neutral', icon, children, className }: BadgeProps) {
  return (
    <span className={classes(styles.badge, styles[tone], className)}>
      {icon ? <Icon path={icon} size={14} /> : null}
      {children}
    </span>
  )
}
