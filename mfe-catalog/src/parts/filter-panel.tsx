import type { FacetView } from '@mallhive/bff-catalog/router'
import { Button, Icon, VisuallyHidden, icons } from '@mallhive/design-system'
import { Link } from '@mallhive/mfe-kit'
import { useRef } from 'react'
import { hrefOf } from '../list-address.ts'
import { useMessages } from '../messages.ts'
import { FacetGroup } from './facet-group.tsx'
import { FacetValues } from './facet-values.tsx'
import { PriceForm } from './price-form.tsx'
import { PriceHistogram } from './price-histogram.tsx'
import type { ListProps } from './list-props.ts'
import { useDraft } from './use-draft.ts'
import styles from './filter-panel.module.css'

/** So many fit beside the first products, below categories and prices. */
const openFacets = 1

/**
 * The facets: a sidebar, and on phones a sheet opened by the URL fragment `#filters`, so that it needs no script and the back
 * button closes it.
 */
export function FilterPanel(props: ListProps) {
  const t = useMessages()
  const { path } = props
  const priceForm = useRef<HTMLFormElement>(null)
  const { draft, shown, tryOut, choose, takeOver } = useDraft(props)
  const { total, prices, facets } = shown
  const onOff = facets.filter(({ isSwitch }) => isSwitch)
  const others = facets.filter((facet) => !isCategory(facet) && !facet.isSwitch)
  const common = { path, address: draft, tryOut }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- handles events that bubble from the controls inside
    <aside
      id="filters"
      tabIndex={-1}
      aria-label={t('filters.title')}
      className={styles.panel}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) closeSheet()
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') closeSheet(focusOpener)
      }}
    >
      <div className={styles.sheetBar}>
        <p className={styles.sheetTitle}>{t('filters.title')}</p>
        <a href="#results" className={styles.close}>
          <Icon path={icons.close} size={22} />
          <VisuallyHidden>{t('filters.close')}</VisuallyHidden>
        </a>
      </div>
      {facets.filter(isCategory).map((facet) => (
        <FacetGroup key={facet.name} {...common} facet={facet} open />
      ))}
      <details open className={styles.facet}>
        <summary className={styles.summary}>
          {t('price.title')}
          <Icon path={icons.chevronDown} size={16} />
        </summary>
        <PriceHistogram {...common} prices={prices} />
        <PriceForm
          ref={priceForm}
          address={draft}
          prices={prices}
          onChoose={choose}
          submit={
            <Button type="submit" size="s">
              {t('filters.apply')}
            </Button>
          }
        />
      </details>
      {onOff.length > 0 ? (
        <div className={styles.facet}>
          {onOff.map((facet) => (
            <FacetValues key={facet.name} {...common} facet={facet} values={facet.values} />
          ))}
        </div>
      ) : null}
      {others.map((facet, index) => (
        <FacetGroup key={facet.name} {...common} facet={facet} open={index < openFacets} />
      ))}
      <div className={styles.sheetFoot}>
        <Link
          href={`${hrefOf(path, draft)}#results`}
          className={styles.show}
          onClick={(event) => {
            event.preventDefault()
            takeOver(new FormData(priceForm.current ?? undefined))
          }}
        >
          <span aria-live="polite">{t('filters.show', { count: total })}</span>
        </Link>
      </div>
    </aside>
  )
}

const isCategory = ({ name }: FacetView) => name === 'category'

/** Closes the sheet, as when Tab moves the focus out of it. Without effect on the sidebar. */
function closeSheet(onClosed?: () => void) {
  if (!document.querySelector('#filters:target')) return
  // The move to a fragment takes the focus away, and its event comes after that.
  if (onClosed) addEventListener('hashchange', onClosed, { once: true })
  location.replace('#results')
}

const focusOpener = () => document.querySelector<HTMLElement>('a[href="#filters"]')?.focus()
