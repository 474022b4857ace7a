import type { ReactNode } from 'react'
import { Icon } from '../brand/icon.tsx'
import type { IconName } from '../brand/icon.tsx'
import { classes } from '../classes.ts'
import styles from './badge.module.css'

export type BadgeProps = {
  tone?: 'neutral' | 'berry' | 'leaf' | 'honey'
  icon?: IconName
  children: ReactNode
  className?: string
}

/** One or two words on a state. */
export function Badge({ tone = 'neutral', icon, children, className }: BadgeProps) {
  return (
    <span className={classes(styles.badge, styles[tone], className)}>
      {icon ? <Icon name={icon} size={14} /> : null}
      {children}
    </span>
  )
}
