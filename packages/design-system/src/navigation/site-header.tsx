import type { ReactNode } from 'react'
import styles from './site-header.module.css'

export type SiteHeaderProps = {
  /** Usually a link to the front page around a compact Logo. */
  logo: ReactNode
  search?: ReactNode
  /** Icon links at the end. */
  actions?: ReactNode
  /** A row of links below; scrolls sideways on phones. */
  nav?: ReactNode
}

/** The header of every page: logo, search and actions in one row, links below. */
export function SiteHeader({ logo, search, actions, nav }: SiteHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <div className={styles.logo}>{logo}</div>
        <div className={styles.search}>{search}</div>
        <div className={styles.actions}>{actions}</div>
      </div>
      {nav ? <div className={styles.nav}>{nav}</div> : null}
    </header>
  )
}
