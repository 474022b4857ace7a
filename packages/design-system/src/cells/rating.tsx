'use client'
import type { CSSProperties } from 'react'
import { classes } from '../classes.ts'
import { useWords } from '../words/words-provider.tsx'
import styles from './rating.module.css'

export type RatingProps = {
  /** 0 to 5. */
  value: number
  count: number
  /** One star and the number, for cards, instead of five stars. */
  compact?: boolean
  className?: string
}

/** The average rating. Renders nothing without ratings. */
export function Rating({ value, count, compact = false, className }: RatingProps) {
  const w = useWords()
  if (count === 0) return null
  const average = value.toFixed(1)
  return (
    <span className={classes(styles.rating, className)}>
      <span className={styles.hidden}>
        {w('rating.average', 'Rated {average} of 5 by {count}', { average, count })}
      </span>
      <span className={classes(styles.stars, compact && styles.one)} style={lit(compact ? 1 : value / 5)} />
      <span className={styles.value} aria-hidden="true">
        {w('rating.value', '{average}', { average })}
      </span>
      <span className={styles.count} aria-hidden="true">
        {`(${count})`}
      </span>
    </span>
  )
}

/** Returns the style that fills a part of the stars, from the left. */
const lit = (part: number): CSSProperties => ({ ['--lit' as string]: `${100 * part}%` })
