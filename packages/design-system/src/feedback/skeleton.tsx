import { classes } from '../classes.ts'
import styles from './skeleton.module.css'

export type SkeletonProps = {
  shape?: 'text' | 'cell' | 'control' | 'circle'
  /** CSS lengths. */
  width?: string
  height?: string
  className?: string
}

/** A placeholder for loading content. */
export function Skeleton({ shape = 'text', width, height, className }: SkeletonProps) {
  return (
    <span
      aria-hidden="true"
      className={classes(styles.skeleton, styles[shape], className)}
      style={{ width, height }}
    />
  )
}
