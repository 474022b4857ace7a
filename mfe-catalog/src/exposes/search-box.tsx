import { SearchField } from '@mallhive/design-system'
import { localHref, useShell } from '@mallhive/mfe-kit'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { bff } from '../bff.ts'
import { useMessages } from '../search-box-messages.ts'

const enough = 2

/** The mall's search. Without JavaScript a plain form; with it, suggests products and categories. */
export default function SearchBox() {
  const t = useMessages()
  const { lang, locale, navigate, search, pathname } = useShell()
  const [typed, setTyped] = useState('')
  const query = useDeferredValue(typed.trim())
  const { data } = useQuery({
    ...bff.useTRPC().suggest.queryOptions({ query }),
    enabled: query.length >= enough,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const asked = pathname === '/search' ? (search['q'] ?? '') : ''
  const { products = [], categories = [] } = query.length >= enough && data ? data : {}
  const groups = [
    {
      label: t('products'),
      items: products.map((product) => ({
        id: product.id,
        label: product.title,
        lang: product.lang,
        href: `/p/${product.slug}`,
        detail: <span translate="no">{product.seller}</span>,
        picture: product.image,
        hue: product.hue,
        price: { ...product.price, locale },
      })),
    },
    {
      label: t('categories'),
      items: categories.map(({ slug, name, lang: nameLang, hue, image }) => ({
        id: slug,
        label: name,
        lang: nameLang,
        href: `/c/${slug}`,
        picture: image,
        hue,
      })),
    },
  ].filter(({ items }) => items.length > 0)
  return (
    <SearchField
      key={asked}
      action={localHref(lang, '/search')}
      defaultValue={asked}
      groups={groups}
      onQueryChange={setTyped}
      onNavigate={navigate}
    />
  )
}
