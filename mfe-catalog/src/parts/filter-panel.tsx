import { Button, Icon, VisuallyHidden, icons } from '@mallhive/design-system'
import { Link } from '@mallhive/mfe-kit'
import { hrefOf } from '../list-address.ts'
import { useMessages } from '../messages.ts'
import { FacetGroup } from './facet-group.tsx'
import { PriceForm } from './price-form.tsx'
import type { ListProps } from './list-props.ts'
import { useDraft } from './use-draft.ts'
import styles from './filter-panel.module.css'

/** So many fit beside the first products. */
const openFacets = 2

/**
 * The facets: a sidebar, and on phones a sheet opened by the URL fragment `#filters`, so that it needs no script and the back
 * button closes it.
 */
export function FilterPanel(props: ListProps) {
  const t = useMessages()
  const { path } = props
  const { draft, shown, tryOut, choose, takeOver } = useDraft(props)
  const { total } = shown
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
    >
      <div className={styles.sheetBar}>
        <p className={styles.sheetTitle}>{t('filters.title')}</p>
        <a href="#results" className={styles.close}>
          <Icon path={icons.close} size={22} />
          <VisuallyHidden>{t('filters.close')}</VisuallyHidden>
        </a>
      </div>
      {shown.facets.map((facet, index) => (
        <FacetGroup
          key={facet.name}
          open={index < openFacets}
          path={path}
          address={draft}
          facet={facet}
          tryOut={tryOut}
        />
      ))}
      <PriceForm
        address={draft}
        prices={shown.prices}
        onChoose={choose}
        submit={
          <Button type="submit" size="s">
            {t('filters.apply')}
          </Button>
        }
      />
      <div className={styles.sheetFoot}>
        <Link
          href={`${hrefOf(path, draft)}#results`}
          className={styles.show}
          onClick={(event) => {
            event.preventDefault()
            takeOver()
          }}
        >
          <span aria-live="polite">{t('filters.show', { count: total })}</span>
        </Link>
      </div>
    </aside>
  )
}

/** Closes the sheet when Tab moves the focus out of it. Without effect on the sidebar. */
function closeSheet() {
  if (document.querySelector('#filters:target')) window.location.replace('#results')
}
