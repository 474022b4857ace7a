import type { FacetValueView } from '@mallhive/bff-catalog/router'
import { Anchor, Icon, icons } from '@mallhive/design-system'
import { useState } from 'react'
import { facetName } from '../facet-words.ts'
import { hrefOf } from '../list-address.ts'
import { useMessages } from '../messages.ts'
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

/**
 * One facet. Shows its first and its chosen values, the rest on demand, without scripts at an address of its own: many lists have
 * more values than products. With a searched text it shows those that contain it. Categories are a tree: those that have others
 * below them show these once they are chosen, or at once where all are few.
 */
export function FacetGroup({ facet, open, ...props }: FacetGroupProps) {
  const t = useMessages()
  const [searched, setSearched] = useState('')
  const [isOpened, setOpened] = useState(false)
  const { path, address } = props
  const { values } = facet
  const isLinked = address.whole === facet.name
  const isWhole = isOpened || isLinked
  const name = facetName(facet, t)
  const isSearchable = values.length > atAGlance
  const text = isSearchable ? searched.trim() : ''
  const belowOf = ({ value }: FacetValueView) => values.filter(({ parent }) => parent === value)
  const names = new Set(values.map(({ value }) => value))
  const roots = values.filter(({ parent }) => !parent || !names.has(parent))
  const isChosen = (value: FacetValueView) => [value, ...belowOf(value)].some(({ selected }) => selected)
  const shown = text
    ? values.filter(({ label }) => contains(label, text))
    : roots.filter((value, index) => isWhole || index < atFirst || isChosen(value))
  const more = text ? 0 : roots.length - shown.length
  const below = (value: FacetValueView) => {
    const children = text || !(isChosen(value) || values.length <= atFirst) ? [] : belowOf(value)
    return children.length > 0 ? <FacetValues {...props} facet={facet} values={children} /> : null
  }
  return (
    <details open={open || isLinked || values.some(({ selected }) => selected)} className={styles.facet}>
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
      <FacetValues {...props} facet={facet} values={shown} below={below} />
      {shown.length === 0 ? <p className={styles.none}>{t('filters.none')}</p> : null}
      {more > 0 ? (
        <Anchor
          href={`${hrefOf(path, address, { whole: facet.name })}#filters`}
          rel="nofollow"
          className={styles.more}
          onClick={(event) => {
            event.preventDefault()
            setOpened(true)
          }}
        >
          <Icon path={icons.plus} size={16} />
          {t('filters.more', { count: more })}
        </Anchor>
      ) : null}
    </details>
  )
}

/** Whether a label contains a text, whatever the case and the marks of its letters. */
const contains = (label: string, text: string) => plain(label).includes(plain(text))

const plain = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
