import type { FacetView } from '@mallhive/bff-catalog/router'
import { Anchor, Icon, icons } from '@mallhive/design-system'
import { hrefOf, toggled } from '../list-address.ts'
import type { ListAddress } from '../list-address.ts'
import styles from './filter-panel.module.css'

export interface FacetProps {
  path: string
  address: ListAddress
  facet: FacetView
  /** Applies a choice to the draft of the filter sheet. Returns false when the link should be followed instead. */
  tryOut: (change: Partial<ListAddress>) => boolean
}

type FacetValuesProps = FacetProps & { values: FacetView['values'] }

/** Facet values, each a link that toggles its filter. */
export function FacetValues({ path, address, facet, values, tryOut }: FacetValuesProps) {
  return (
    <ul className={styles.values}>
      {values.map(({ value, label, lang, count, selected }) => {
        const filters = toggled(address, facet.name, value)
        return (
          <li key={value}>
            <Anchor
              href={hrefOf(path, address, { filters })}
              aria-current={selected ? 'true' : undefined}
              className={styles.value}
              rel="nofollow"
              onClick={(event) => {
                if (tryOut({ filters })) event.preventDefault()
              }}
            >
              <span className={styles.box}>{selected ? <Icon path={icons.check} size={14} /> : null}</span>
              <span lang={lang} translate={facet.name === 'seller' ? 'no' : undefined}>
                {label}
              </span>
              <span className={styles.count}>{count}</span>
            </Anchor>
          </li>
        )
      })}
    </ul>
  )
}
