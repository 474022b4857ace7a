'use client'
import type { ReactNode } from 'react'
import { Icon } from '../brand/icon.tsx'
import * as icons from '../brand/icons.ts'
import { classes } from '../classes.ts'
import { useWords } from '../words/words-provider.tsx'
import styles from './timeline.module.css'

export type TimelineItem = {
  title: ReactNode
  time?: ReactNode
  description?: ReactNode
  state?: 'done' | 'current' | 'upcoming' | 'failed'
}

/** Past and upcoming steps, in order. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label?: string }) {
  const w = useWords()
  return (
    <ol className={styles.timeline} aria-label={label ?? w('timeline.label', 'Timeline')}>
      {items.map((item, index) => {
        const state = item.state ?? 'done'
        return (
          <li
            key={index}
            className={classes(styles.item, styles[state])}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            <span className={styles.mark}>
              {state === 'done' ? <Icon path={icons.check} size={14} /> : null}
              {state === 'failed' ? <Icon path={icons.close} size={14} /> : null}
            </span>
            <div className={styles.words}>
              <div className={styles.title}>{item.title}</div>
              {item.time ? <div className={styles.time}>{item.time}</div> : null}
              {item.description ? <div className={styles.description}>{item.description}</div> : null}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
