import type { ReactNode } from 'react'
import { Icon } from '../brand/icon.tsx'
import * as icons from '../brand/icons.ts'
import { classes } from '../classes.ts'
import { Anchor } from '../navigation/anchor.tsx'
import styles from './heading.module.css'

export type SectionHeadingProps = {
  title: ReactNode
  id?: string
  lead?: ReactNode
  /** "See all". */
  more?: { href: string; label: string }
  className?: string
}

/** The `h2` of a section, with a link to more of it. */
export function SectionHeading({ title, id, lead, more, className }: SectionHeadingProps) {
  return (
    <div className={classes(styles.heading, className)}>
      <div className={styles.words}>
        <h2 id={id}>{title}</h2>
        {lead ? <p className={styles.lead}>{lead}</p> : null}
      </div>
      {more ? (
        <Anchor href={more.href} className={styles.more}>
          {more.label}
          <Icon path={icons.arrowRight} size={16} />
        </Anchor>
      ) : null}
    </div>
  )
}
