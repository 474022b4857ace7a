import type { Consent } from '@mallhive/contracts/consents'
import type { Locale } from '@mallhive/contracts/locales'
import { Logo, SiteHeader, SkipLink } from '@mallhive/design-system'
import { Link, Remote } from '@mallhive/mfe-kit'
import type { ReactNode } from 'react'
import { useMessages } from '../messages.ts'
import { slots } from '../slots.ts'
import styles from './frame.module.css'
import { Preferences } from './preferences.tsx'
import type { Sharing, Theme } from './preferences.tsx'

export interface FrameProps {
  theme?: Theme
  sharing: Sharing
  consents: readonly Consent[]
  /** The locales that the visitor may choose. */
  locales: Locale[]
  /** Rendered above the header. */
  bar?: ReactNode
  children: ReactNode
}

/** Renders header and footer around every page. Its slots show teams' fragments; a missing one leaves its slot empty. */
export function Frame({ theme, sharing, consents, locales, bar, children }: FrameProps) {
  const t = useMessages()
  return (
    <>
      <SkipLink>{t('skip')}</SkipLink>
      {bar}
      <SiteHeader
        logo={
          <Link href="/" aria-label={t('home')}>
            <Logo compact />
          </Link>
        }
        search={<Remote name={slots.search} fallback={<div className={styles.searchSpace} />} />}
        actions={
          <div className={styles.actions}>
            <Remote name={slots.account} fallback={<span className={styles.actionSpace} />} />
            <Remote name={slots.cart} fallback={<span className={styles.actionSpace} />} />
          </div>
        }
        nav={<Remote name={slots.navigation} fallback={<div className={styles.navSpace} />} />}
      />
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <footer className={styles.footer}>
        <Remote name={slots.footer} />
        <Preferences theme={theme} sharing={sharing} consents={consents} locales={locales} />
      </footer>
    </>
  )
}
