import { classes } from '../classes.ts'
import styles from './logo.module.css'

export type LogoProps = { size?: number; markOnly?: boolean; compact?: boolean; className?: string }

/** Three stalls under one roof: a hexagon of cells, and the name, which a compact logo leaves out on phones. */
export function Logo({ size = 30, markOnly = false, compact = false, className }: LogoProps) {
  return (
    <span className={classes(styles.logo, className)}>
      <svg
        width={`${size / 16}rem`}
        height={`${size / 16}rem`}
        viewBox="0 0 32 32"
        aria-hidden="true"
        focusable="false"
      >
        <path className={styles.left} d="M4.5 9.3 16 16v13.3L4.5 22.7z" />
        <path className={styles.right} d="M27.5 9.3 16 16v13.3l11.5-6.6z" />
        <path className={styles.roof} d="M16 2.7 27.5 9.3 16 16 4.5 9.3z" />
      </svg>
      {markOnly ? (
        <span className={styles.hidden}>MallHive</span>
      ) : (
        <span className={classes(styles.name, compact && styles.compact)}>MallHive</span>
      )}
    </span>
  )
}
