import { EmptyState, LinkButton } from '@mallhive/design-system'
import { hrefOf, isNarrowed, unfiltered } from '../list-address.ts'
import { type Scope, wholeMall } from '../list-scope.ts'
import { useMessages } from '../messages.ts'
import type { ListProps } from './list-props.ts'
import { WaysOn } from './ways-on.tsx'

export type EmptyListProps = Omit<ListProps, 'category'> & {
  scope?: Scope
  /** Products of the query in the whole mall. */
  elsewhere?: number
}

/** A list without products: ways to change it. */
export function EmptyList({ path, address, list, scope, elsewhere = 0 }: EmptyListProps) {
  const t = useMessages()
  const { query } = address
  if (list.isBeyond)
    return (
      <EmptyState
        title={t('list.beyond.title', { page: list.page })}
        action={<LinkButton href={hrefOf(path, address)}>{t('list.beyond.first')}</LinkButton>}
      >
        {t('list.beyond.words')}
      </EmptyState>
    )
  if (list.total > 0) return <EmptyState title={t('list.gone.title')}>{t('list.gone.words')}</EmptyState>
  const narrowed = query && scope ? { ...address, ...wholeMall(address) } : address
  return (
    <EmptyState
      title={query && scope ? t('search.nothing.in', { query, scope: scope.label }) : t('list.empty.title')}
      action={
        <>
          <WaysOn path={path} address={address} list={list} />
          {elsewhere > 0 ? (
            <LinkButton href={hrefOf('/search', address, wholeMall(address))}>
              {t('scope.elsewhere', { count: elsewhere })}
            </LinkButton>
          ) : null}
          {isNarrowed(narrowed) ? (
            <LinkButton href={hrefOf(path, address, unfiltered(address, list))}>
              {t('list.empty.clear')}
            </LinkButton>
          ) : null}
          {elsewhere === 0 && !isNarrowed(narrowed) ? (
            <LinkButton href="/">{t('empty.browse')}</LinkButton>
          ) : null}
        </>
      }
    >
      {isNarrowed(narrowed) ? t('list.empty.words') : null}
    </EmptyState>
  )
}
