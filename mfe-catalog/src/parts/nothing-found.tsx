import { EmptyState, LinkButton, PageWidth } from '@mallhive/design-system'
import { Remote } from '@mallhive/mfe-kit'
import { type ListAddress, hrefOf } from '../list-address.ts'
import { useMessages } from '../messages.ts'
import { CategoryLinks } from './category-links.tsx'
import { ChosenFilters } from './chosen-filters.tsx'
import type { ListProps } from './list-props.ts'
import { WaysOn } from './ways-on.tsx'
import styles from './nothing-found.module.css'

/** The page of a query without results: ways to change it, categories, popular products. */
export function NothingFound({ path, address, list }: ListProps) {
  const t = useMessages()
  const { query = '' } = address
  return (
    <PageWidth className={styles.page}>
      <EmptyState
        headingLevel="h1"
        title={t('search.nothing.title', { query })}
        action={
          <>
            <WaysOn path={path} address={address} list={list} />
            <OtherSearch path={path} address={address} />
            <CategoryLinks />
          </>
        }
      >
        <p>{t('search.nothing.words')}</p>
        <div className={styles.filters}>
          <ChosenFilters path={path} address={address} list={list} />
        </div>
      </EmptyState>
      <Remote name="home/recommendations" title={t('search.popular')} />
    </PageWidth>
  )
}

/** Offers what is searched for less strictly, where there is something. */
function OtherSearch({ path, address }: { path: string; address: ListAddress }) {
  const t = useMessages()
  const { query = '', verbatim } = address
  if (verbatim)
    return (
      <LinkButton href={hrefOf(path, address, { verbatim: undefined })}>{t('search.with-help')}</LinkButton>
    )
  const looser = withoutOperators(query)
  if (looser === '' || looser === query) return null
  return (
    <LinkButton href={hrefOf(path, address, { query: looser })}>
      {t('search.looser', { query: looser })}
    </LinkButton>
  )
}

/** Returns a query without the quotes of its phrases and without its excluded words. */
const withoutOperators = (query: string) =>
  query
    .replaceAll(/(?<!\S)-\S+/g, '')
    .replaceAll('"', '')
    .split(/\s+/)
    .filter(Boolean)
    .join(' ')
