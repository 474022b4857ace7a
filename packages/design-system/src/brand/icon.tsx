import { paths } from './icon-paths.ts'
import type { IconName } from './icon-paths.ts'
import styles from './icon.module.css'

export type { IconName }

export type IconProps = { name: IconName; size?: number; className?: string }

/** A 24 px line icon, hidden from assistive technology: the words beside it say what it means. */
export function Icon({ name, size = 20, className }: IconProps) {
  return (
    <svg
      className={[styles.icon, className].filter(Boolean).join(' ')}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
