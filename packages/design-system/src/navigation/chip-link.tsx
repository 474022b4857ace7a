'use client'
import { Icon } from '../brand/icon.tsx'
import * as icons from '../brand/icons.ts'
import { classes } from '../classes.ts'
import { Anchor } from './anchor.tsx'
import type { AnchorProps } from './link-provider.tsx'
import { useWords } from '../words/words-provider.tsx'
import styles from './chip.module.css'

export type ChipLinkProps = AnchorProps & {
  selected?: boolean
  /** The link removes this choice. */
  removable?: boolean
  count?: number
}

/** A small choice as a link: a selected facet, a subcategory. */
export function ChipLink({
  selected = false,
  removable = false,
  count,
  className,
  children,
  ...rest
}: ChipLinkProps) {
  const w = useWords()
  return (
    <Anchor
      {...rest}
      aria-current={selected && !removable ? 'true' : undefined}
      className={classes(styles.chip, selected && styles.selected, className)}
    >
      {removable ? <span className={styles.hidden}>{w('chip.remove', 'Remove')} </span> : null}
      {children}
      {count === undefined ? null : <span className={styles.count}>{count}</span>}
      {removable ? <Icon path={icons.close} size={14} /> : null}
    </Anchor>
  )
}
