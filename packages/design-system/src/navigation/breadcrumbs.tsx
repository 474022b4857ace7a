'use client'
import { classes } from '../classes.ts'
import { Icon } from '../brand/icon.tsx'
import * as icons from '../brand/icons.ts'
import { Anchor } from './anchor.tsx'
import { useWords } from '../words/words-provider.tsx'
import styles from './breadcrumbs.module.css'

export type Crumb = {
  label: string
  /** The language of the label, where it is not the page's. */
  lang?: string | undefined
  href?: string
}

/**
 * The page's place in the hierarchy. The last item is the page itself and needs no href. Not shown on phones when it holds only
 * the link to the front page, which the header has.
 */
export function Breadcrumbs({ items, className }: { items: readonly Crumb[]; className?: string }) {
  const w = useWords()
  const last = items.length - 1
  return (
    <nav
      aria-label={w('navigation.breadcrumbs', 'Breadcrumbs')}
      className={classes(styles.breadcrumbs, items.length < 3 && styles.short, className)}
    >
      <ol className={styles.list}>
        {items.map((item, index) => (
          <li
            key={item.label}
            className={classes(styles.item, index > 0 && index === last ? styles.page : undefined)}
          >
            {index > 0 ? <Icon path={icons.chevronRight} size={14} className={styles.mark} /> : null}
            {item.href && index < last ? (
              <Anchor href={item.href} className={styles.link} lang={item.lang}>
                {item.label}
              </Anchor>
            ) : (
              <span aria-current="page" lang={item.lang}>
                {item.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
