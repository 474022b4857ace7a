import type { FacetValueView, FacetView } from '@mallhive/bff-catalog/router'
import { Anchor, Icon, icons } from '@mallhive/design-system'
import type { ReactNode } from 'react'
import { chooseValue } from '../choose-value.ts'
import { valueName } from '../facet-words.ts'
import { hrefOf } from '../list-address.ts'
import type { ListAddress } from '../list-address.ts'
import { useMessages } from '../messages.ts'
import styles from './filter-panel.module.css'

export interface FacetProps {
  path: string
  address: ListAddress
  facet: FacetView
  /** Applies a choice to the draft of the filter sheet. Returns false when the link should be followed instead. */
  tryOut: (change: Partial<ListAddress>) => boolean
}

type FacetValuesProps = FacetProps & {
  values: FacetValueView[]
  /** Returns what stands below a value. */
  below?: (value: FacetValueView) => ReactNode
}

/** Facet values, each a link that toggles its filter. */
export function FacetValues({ path, address, facet, values, tryOut, below }: FacetValuesProps) {
  const t = useMessages()
  return (
    <ul className={styles.values}>
      {values.map((each) => {
        const { value, lang, count, selected } = each
        const filters = chooseValue(address, facet, value)
        return (
          <li key={value}>
            <Anchor
              href={hrefOf(path, address, { filters })}
              aria-current={selected ? 'true' : undefined}
              className={styles.value}
              lang={lang}
              translate={facet.name === 'seller' ? 'no' : undefined}
              rel="nofollow"
              onClick={(event) => {
                if (tryOut({ filters })) event.preventDefault()
              }}
            >
              {selected ? (
                <span className={styles.box}>
                  <Icon path={icons.check} size={14} />
                </span>
              ) : null}
              {valueName(facet.name, each, t)}
              <span className={styles.count}>{count}</span>
            </Anchor>
            {below?.(each)}
          </li>
        )
      })}
    </ul>
  )
}
