import { Notice } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { facetName, valueName } from '../facet-words.ts'
import { useMessages } from '../messages.ts'
import type { ListProps } from './list-props.ts'

/** Says which chosen filters are not applied. No text of the address is among its words. */
export function UnappliedFilters({ address, list }: Pick<ListProps, 'address' | 'list'>) {
  const t = useMessages()
  const { lang } = useShell()
  const names = list.unapplied.flatMap((name) =>
    name === 'category'
      ? [facetName({ name, label: '' }, t)]
      : (address.filters[name] ?? []).map((value) => valueName(name, { value, label: '' }, t)),
  )
  if (names.length === 0) return null
  return <Notice>{t('filters.unapplied', { filters: new Intl.ListFormat(lang).format(names) })}</Notice>
}
