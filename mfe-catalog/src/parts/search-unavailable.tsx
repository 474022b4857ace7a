import { EmptyState, LinkButton, PageWidth } from '@mallhive/design-system'
import { hrefOf, type ListAddress } from '../list-address.ts'
import { useMessages } from '../messages.ts'
import { CategoryLinks } from './category-links.tsx'

/** The search page while search is down or too slow. */
export function SearchUnavailable({ address }: { address: ListAddress }) {
  const t = useMessages()
  return (
    <PageWidth>
      <EmptyState
        headingLevel="h1"
        title={t('search.unavailable.title')}
        action={
          <>
            <LinkButton href={hrefOf('/search', address, address)}>
              {t('search.unavailable.again')}
            </LinkButton>
            <CategoryLinks />
          </>
        }
      >
        {t('search.unavailable.words')}
      </EmptyState>
    </PageWidth>
  )
}
