import { EmptyState, LinkButton, PageWidth } from '@mallhive/design-system'
import { Remote } from '@mallhive/mfe-kit'
import { hrefOf } from '../list-address.ts'
import { useMessages } from '../messages.ts'
import { CategoryLinks } from './category-links.tsx'
import { ChosenFilters } from './chosen-filters.tsx'
import type { ListProps } from './list-props.ts'
import styles from '../exposes/category-page.module.css'

/** The page of a query without results: ways to change it, categories, popular products. */
export function NothingFound({ path, address, list }: ListProps) {
  const t = useMessages()
  const { query = '', verbatim } = address
  const looser = withoutOperators(query)
  return (
    <PageWidth className={styles.page}>
      <EmptyState headingLevel="h1" title={t('search.nothing.title', { query })} action={action()}>
        <p>{t('search.nothing.words')}</p>
        <ChosenFilters path={path} address={address} list={list} />
      </EmptyState>
      <CategoryLinks />
      <Remote name="home/recommendations" title={t('search.popular')} />
    </PageWidth>
  )

  function action() {
    if (verbatim)
      return (
        <LinkButton href={hrefOf(path, address, { verbatim: undefined })}>{t('search.with-help')}</LinkButton>
      )
    if (looser && looser !== query)
      return (
        <LinkButton href={hrefOf(path, address, { query: looser })}>
          {t('search.looser', { query: looser })}
        </LinkButton>
      )
    return <LinkButton href="/">{t('empty.browse')}</LinkButton>
  }
}

/** Returns a query without the quotes of its phrases and without its excluded words. */
const withoutOperators = (query: string) =>
  query
    .replaceAll(/(?<!\S)-\S+/g, '')
    .replaceAll('"', '')
    .replaceAll(/\s+/g, ' ')
    .trim()
