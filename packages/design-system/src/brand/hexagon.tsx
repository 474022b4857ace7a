import { classes } from '../classes.ts'
import { hexagon } from './icons/hexagon.ts'
import styles from './hexagon.module.css'

export type HexagonProps = { size?: number; filled?: boolean; pulse?: boolean; className?: string }

/** The mall's mark. Only in the logo, as loading mark (`pulse`) and in empty states. */
export function Hexagon({ size = 24, filled = false, pulse = false, className }: HexagonProps) {
  return (
    <svg
      className={classes(styles.hexagon, filled && styles.filled, pulse && styles.pulse, className)}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={hexagon} />
    </svg>
  )
}
