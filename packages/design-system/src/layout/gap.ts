import type { CSSProperties } from 'react'

/** Steps of the spacing scale (`--space-1` … `--space-12`). */
export type Gap = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12

/** Returns the style that sets `--gap` to a step of the spacing scale. */
export function gap(step: Gap, style?: CSSProperties): CSSProperties {
  return { ['--gap' as string]: `var(--space-${step})`, ...style }
}
