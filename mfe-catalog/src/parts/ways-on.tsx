import type { WayOn } from '@mallhive/bff-catalog/router'
import { ChipLink, LinkButton } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { valueName } from '../facet-words.ts'
import { type ListAddress, hrefOf } from '../list-address.ts'
import { useMessages } from '../messages.ts'
import type { ListProps } from './list-props.ts'

/** Searches that differ from an empty one in one choice, each with how much it finds, and the category of most of that. */
export function WaysOn({ path, address, list }: Pick<ListProps, 'path' | 'address' | 'list'>) {
  const t = useMessages()
  const { lang } = useShell()
  const chosenOf = (name: string) =>
    list.facets
      .find((facet) => facet.name === name)
      ?.values.filter(({ selected }) => selected)
      .map((value) => valueName(name, value, t)) ?? []
  const wordsOf = (way: WayOn) => {
    const { total: count } = way
    if (way.kind === 'words') return t('ways.words', { query: way.query, count })
    const filter =
      way.kind === 'price' ? t('price.title') : new Intl.ListFormat(lang).format(chosenOf(way.facet))
    return t('ways.without', { filter, count })
  }
  const category = list.ways.map((way) => way.kind === 'words' && way.category).find(Boolean)
  return (
    <>
      {list.ways.map((way) => {
        const href = hrefOf(path, address, changeOf(way, address))
        return (
          <LinkButton key={href} href={href} rel="nofollow">
            {wordsOf(way)}
          </LinkButton>
        )
      })}
      {category ? (
        <ChipLink href={`/c/${category.slug}`} lang={category.lang}>
          {category.label}
        </ChipLink>
      ) : null}
    </>
  )
}

function changeOf(way: WayOn, { filters }: ListAddress): Partial<ListAddress> {
  if (way.kind === 'words') return { query: way.query }
  if (way.kind === 'price') return { min: undefined, max: undefined }
  return { filters: { ...filters, [way.facet]: [] } }
}
