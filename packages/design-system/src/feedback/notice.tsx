import type { ReactNode } from 'react'
import { Icon } from '../brand/icon.tsx'
import type { IconPath } from '../brand/icon.tsx'
import * as icons from '../brand/icons.ts'
import { classes } from '../classes.ts'
import styles from './notice.module.css'

export type NoticeProps = {
  tone?: 'neutral' | 'honey' | 'leaf' | 'berry'
  title?: ReactNode
  children?: ReactNode
  action?: ReactNode
  /** Announced when it appears: `alert` interrupts, `status` waits for a pause. */
  role?: 'alert' | 'status'
  className?: string
}

const marks: Record<NonNullable<NoticeProps['tone']>, IconPath> = {
  neutral: icons.info,
  honey: icons.alert,
  leaf: icons.check,
  berry: icons.alert,
}

/** A message on the page: what happened and what to do next. */
export function Notice({ tone = 'neutral', title, children, action, role, className }: NoticeProps) {
  return (
    <div role={role} className={classes(styles.notice, styles[tone], className)}>
      <Icon path={marks[tone]} size={20} className={styles.icon} />
      <div className={styles.words}>
        {title ? <p className={styles.title}>{title}</p> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  )
}
