import type { FacetView } from '@mallhive/bff-catalog/router'
import { Anchor, Icon } from '@mallhive/design-system'
import { hrefOf, type ListAddress, toggled } from '../list-address.ts'
import styles from './filter-panel.module.css'

interface FacetValuesProps {
  path: string
  address: ListAddress
  facet: FacetView
  values: FacetView['values']
}

/** Values to narrow by, each a link that puts itself in or takes itself out. */
export function FacetValues({ path, address, facet, values }: FacetValuesProps) {
  return (
    <ul className={styles.values}>
      {values.map(({ value, label, count, selected }) => (
        <li key={value}>
          <Anchor
            href={hrefOf(path, address, { filters: toggled(address, facet.name, value) })}
            aria-current={selected ? 'true' : undefined}
            className={styles.value}
            rel="nofollow"
          >
            <span className={styles.box}>{selected ? <Icon name="check" size={14} /> : null}</span>
            <span>{label}</span>
            <span className={styles.count}>{count}</span>
          </Anchor>
        </li>
      ))}
    </ul>
  )
}
