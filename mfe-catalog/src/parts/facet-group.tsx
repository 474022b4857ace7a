import { Icon, icons } from '@mallhive/design-system'
import { useMessages } from '../messages.ts'
import { FacetValues } from './facet-values.tsx'
import type { FacetProps } from './facet-values.tsx'
import styles from './filter-panel.module.css'

const atFirst = 7

type FacetGroupProps = FacetProps & {
  /** Whether its values are shown before the first click. A facet with a chosen value always shows them. */
  open: boolean
}

/** One facet. Shows its first and its chosen values, the rest on demand. */
export function FacetGroup({ facet, open, ...props }: FacetGroupProps) {
  const t = useMessages()
  const [first, rest] = [true, false].map((wanted) =>
    facet.values.filter(({ selected }, index) => (index < atFirst || selected) === wanted),
  )
  return (
    <details open={open || facet.values.some(({ selected }) => selected)} className={styles.facet}>
      <summary className={styles.summary}>
        <span lang={facet.lang}>{facet.name === 'seller' ? t('filters.shop') : facet.label}</span>
        <Icon path={icons.chevronDown} size={16} />
      </summary>
      <FacetValues {...props} facet={facet} values={first ?? []} />
      {rest && rest.length > 0 ? (
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
