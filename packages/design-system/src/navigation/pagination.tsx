'use client'
import type { MouseEventHandler, ReactNode } from 'react'
import { LinkButton } from '../actions/link-button.tsx'
import { Icon } from '../brand/icon.tsx'
import * as icons from '../brand/icons.ts'
import { useWords } from '../words/words-provider.tsx'
import styles from './pagination.module.css'

export type PaginationProps = {
  previousHref?: string | undefined
  nextHref?: string | undefined
  /** Shown between the two links: "24 of 130". */
  summary?: ReactNode
  label?: string
  onPrevious?: MouseEventHandler<HTMLAnchorElement>
  onNext?: MouseEventHandler<HTMLAnchorElement>
}

/** Previous and next links of a list with cursor pagination. Renders nothing for a single page. */
export function Pagination({ previousHref, nextHref, summary, label, onPrevious, onNext }: PaginationProps) {
  const w = useWords()
  if (!previousHref && !nextHref) return null
  return (
    <nav aria-label={label ?? w('pagination.label', 'Pages')} className={styles.pagination}>
      {previousHref ? (
        <LinkButton href={previousHref} rel="prev" onClick={onPrevious} icon={icons.arrowLeft}>
          {w('pagination.previous', 'Previous')}
        </LinkButton>
      ) : (
        <span />
      )}
      {summary ? <span className={styles.summary}>{summary}</span> : null}
      {nextHref ? (
        <LinkButton href={nextHref} rel="next" onClick={onNext}>
          {w('pagination.next', 'Next')}
          <Icon path={icons.arrowRight} size={18} />
        </LinkButton>
      ) : (
        <span />
      )}
    </nav>
  )
}
