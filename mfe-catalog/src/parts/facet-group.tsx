import type { FacetView } from '@mallhive/bff-catalog/router'
import { Icon, icons } from '@mallhive/design-system'
import { useState } from 'react'
import { useMessages } from '../messages.ts'
import type { Translate } from '../messages.ts'
import { FacetValues } from './facet-values.tsx'
import type { FacetProps } from './facet-values.tsx'
import styles from './filter-panel.module.css'

const atFirst = 7
/** More values than these can be searched. */
const atAGlance = 11

type FacetGroupProps = FacetProps & {
  /** Whether its values are shown before the first click. A facet with a chosen value always shows them. */
  open: boolean
}

/** One facet. Shows its first and its chosen values, the rest on demand; with a searched text those that contain it. */
export function FacetGroup({ facet, open, ...props }: FacetGroupProps) {
  const t = useMessages()
  const [searched, setSearched] = useState('')
  const { values } = facet
  const name = nameOf(facet, t)
  const isSearchable = values.length > atAGlance
  const text = isSearchable ? searched.trim() : ''
  const shown = values.filter((value, index) =>
    text ? contains(value.label, text) : index < atFirst || value.selected,
  )
  const rest = text ? [] : values.filter((value) => !shown.includes(value))
  return (
    <details open={open || values.some(({ selected }) => selected)} className={styles.facet}>
      <summary className={styles.summary}>
        <span lang={facet.lang}>{name}</span>
        <Icon path={icons.chevronDown} size={16} />
      </summary>
      {isSearchable ? (
        <input
          type="search"
          className={styles.search}
          aria-label={t('filters.search', { facet: name })}
          placeholder={t('filters.search', { facet: name })}
          autoComplete="off"
          value={searched}
          onChange={(event) => setSearched(event.currentTarget.value)}
        />
      ) : null}
      <FacetValues {...props} facet={facet} values={shown} />
      {shown.length === 0 ? <p className={styles.none}>{t('filters.none')}</p> : null}
      {rest.length > 0 ? (
        <details className={styles.rest}>
          <summary className={styles.more}>
            <Icon path={icons.plus} size={16} />
            {t('filters.more', { count: rest.length })}
          </summary>
          <FacetValues {...props} facet={facet} values={rest} />
        </details>
      ) : null}
    </details>
  )
}

function nameOf({ name, label }: FacetView, t: Translate): string {
  if (name === 'seller') return t('filters.shop')
  return name === 'category' ? t('filters.category') : label
}

/** Whether a label contains a text, whatever the case and the marks of its letters. */
const contains = (label: string, text: string) => plain(label).includes(plain(text))

const plain = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
