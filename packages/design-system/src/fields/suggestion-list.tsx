'use client'
// The ARIA combobox pattern has no native elements.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import type { ReactNode } from 'react'
import { Amount } from '../cells/amount.tsx'
import type { AmountProps } from '../cells/amount.tsx'
import { classes } from '../classes.ts'
import { Cell } from '../cells/cell.tsx'
import { Picture } from '../cells/picture.tsx'
import { useWords } from '../words/words-provider.tsx'
import styles from './search-field.module.css'

export type Suggestion = {
  id: string
  label: string
  /** The language of the label, where it is not the page's. */
  lang?: string | undefined
  href: string
  /** Shown at the end of the line. */
  price?: AmountProps
  detail?: ReactNode
  picture?: { path: string; widths: readonly number[] }
  hue?: number
}

export type SuggestionGroup = { label: string; items: readonly Suggestion[] }

type SuggestionListProps = {
  id: string
  open: boolean
  groups: readonly SuggestionGroup[]
  active: number
  onChoose: (href: string) => void
}

/** The popup of the search: options in groups. It handles the pointer; the input handles the keyboard. */
export function SuggestionList({ id, open, groups, active, onChoose }: SuggestionListProps) {
  const w = useWords()
  const starts = groups.map((_, at) =>
    groups.slice(0, at).reduce((sum, group) => sum + group.items.length, 0),
  )
  return (
    <div
      className={styles.popup}
      id={`${id}-list`}
      role="listbox"
      aria-label={w('search.suggestions', 'Suggestions')}
      hidden={!open}
    >
      {groups.map((group, at) =>
        group.items.length === 0 ? null : (
          <div key={group.label} role="group" aria-label={group.label}>
            <div className={styles.groupLabel} aria-hidden="true">
              {group.label}
            </div>
            {group.items.map((item, nth) => {
              const index = (starts[at] ?? 0) + nth
              return (
                <a
                  key={item.id}
                  id={`${id}-${index}`}
                  className={classes(styles.option, index === active && styles.active)}
                  role="option"
                  aria-selected={index === active}
                  tabIndex={-1}
                  href={item.href}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={(event) => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey) return
                    event.preventDefault()
                    onChoose(item.href)
                  }}
                >
                  <Cell hue={item.hue} className={styles.thumb}>
                    {item.picture ? (
                      <Picture path={item.picture.path} alt="" widths={item.picture.widths} sizes="48px" />
                    ) : null}
                  </Cell>
                  <span className={styles.words}>
                    <span className={styles.optionLabel} lang={item.lang}>
                      {item.label}
                    </span>
                    {item.detail ? <span className={styles.detail}>{item.detail}</span> : null}
                  </span>
                  {item.price ? (
                    <span className={styles.aside}>
                      <Amount {...item.price} size="s" />
                    </span>
                  ) : null}
                </a>
              )
            })}
          </div>
        ),
      )}
    </div>
  )
}
