import { Notice } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { valueName } from '../facet-words.ts'
import { useMessages } from '../messages.ts'
import type { ListProps } from './list-props.ts'

/** Says which chosen filters the list does not have, as while search does not answer. */
export function UnappliedFilters({ address, list }: Pick<ListProps, 'address' | 'list'>) {
  const t = useMessages()
  const { lang } = useShell()
  const names = list.unapplied.flatMap((name) =>
    (address.filters[name] ?? []).map((value) => valueName(name, { value, label: value }, t)),
  )
  if (names.length === 0) return null
  return <Notice>{t('filters.unapplied', { filters: new Intl.ListFormat(lang).format(names) })}</Notice>
}
