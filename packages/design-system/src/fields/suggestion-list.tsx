'use client'
// The ARIA combobox pattern has no native elements.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useEffect } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import { Icon } from '../brand/icon.tsx'
import type { IconPath } from '../brand/icon.tsx'
import { Amount } from '../cells/amount.tsx'
import type { AmountProps } from '../cells/amount.tsx'
import { classes } from '../classes.ts'
import { Cell } from '../cells/cell.tsx'
import { Picture } from '../cells/picture.tsx'
import { useWords } from '../words/words-provider.tsx'
import { completed } from './completed.tsx'
import styles from './search-field.module.css'

/** Where it leads, or what it does. */
type Target = { href: string; act?: never } | { href?: never; act: () => void }

export type Suggestion = Target & {
  /** Unique among all groups. */
  id: string
  label: string
  /** The typed text: the part of the label that completes it is marked. */
  typed?: string
  /** The language of the label, where it is not the page's. */
  lang?: string | undefined
  /** The label is a name, which is not translated. */
  isName?: boolean
  /** Shown at the end of the line. */
  price?: AmountProps
  detail?: ReactNode
  picture?: { path: string; widths: readonly number[] }
  hue?: number
  /** Instead of a picture. */
  icon?: IconPath
}

export type SuggestionGroup = { label: string; items: readonly Suggestion[] }

type SuggestionListProps = {
  id: string
  open: boolean
  groups: readonly SuggestionGroup[]
  active: number
  onChoose: (item: Suggestion) => void
}

/** The popup of the search: options in groups. It handles the pointer; the input handles the keyboard. */
export function SuggestionList({ id, open, groups, active, onChoose }: SuggestionListProps) {
  const w = useWords()
  useEffect(() => {
    if (open) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, open, active])
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
            {group.items.map((item, nth) => (
              <Option
                key={item.id}
                id={`${id}-${(starts[at] ?? 0) + nth}`}
                item={item}
                isActive={(starts[at] ?? 0) + nth === active}
                onChoose={onChoose}
              />
            ))}
          </div>
        ),
      )}
    </div>
  )
}

type OptionProps = { id: string; item: Suggestion; isActive: boolean; onChoose: (item: Suggestion) => void }

function Option({ id, item, isActive, onChoose }: OptionProps) {
  const { href, label, icon, picture } = item
  const Element = href === undefined ? 'button' : 'a'
  return (
    <Element
      id={id}
      className={classes(styles.option, icon && styles.plain, isActive && styles.active)}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      {...(href === undefined ? { type: 'button' } : { href })}
      onMouseDown={(event: MouseEvent) => event.preventDefault()}
      onClick={(event: MouseEvent) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        onChoose(item)
      }}
    >
      {icon ? (
        <Icon path={icon} size={18} className={styles.mark} />
      ) : (
        <Cell hue={item.hue} className={styles.thumb}>
          {picture ? <Picture path={picture.path} alt="" widths={picture.widths} sizes="48px" /> : null}
        </Cell>
      )}
      <span className={styles.words}>
        <span className={styles.optionLabel} lang={item.lang} translate={item.isName ? 'no' : undefined}>
          {item.typed ? completed(label, item.typed) : label}
        </span>
        {item.detail ? <span className={styles.detail}>{item.detail}</span> : null}
      </span>
      {item.price ? (
        <span className={styles.aside}>
          <Amount {...item.price} size="s" />
        </span>
      ) : null}
    </Element>
  )
}
