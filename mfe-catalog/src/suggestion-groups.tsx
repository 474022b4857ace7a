import type { SuggestionsView } from '@mallhive/bff-catalog/router'
import { icons } from '@mallhive/design-system'
import type { Suggestion, SuggestionGroup } from '@mallhive/design-system'
import { forgetSearches, recentSearches } from './recent-searches.ts'
import type { Messages } from '../messages/search-box/messages.d.ts'

export { recentSearches }

interface Known {
  t: (key: keyof Messages) => string
  locale: string
  /** What is typed. */
  query: string
  /** Of this text, or of one that was typed before. */
  found?: SuggestionsView
  recent: string[]
  /** Called when the recent searches have been cleared. */
  onForget: () => void
}

/** Returns what the search suggests: recent searches before the first letter, then what was found. */
export function suggestionGroups(known: Known): SuggestionGroup[] {
  const { query, found } = known
  const isOfText = found && (query.includes(found.query) || found.query.includes(query))
  const groups = query === '' ? [recentOf(known)] : isOfText ? foundOf(found, known) : []
  return groups.filter(({ items }) => items.length > 0)
}

const hrefOf = (parameter: 'q' | 'seller', value: string) =>
  `/search?${new URLSearchParams({ [parameter]: value })}`

function recentOf({ t, recent, onForget }: Known): SuggestionGroup {
  const searches = recent.map((query): Suggestion => ({
    id: `recent ${query}`,
    label: query,
    href: hrefOf('q', query),
    icon: icons.clock,
  }))
  const forget = () => {
    forgetSearches()
    onForget()
  }
  const clear: Suggestion = { id: 'clear', label: t('recent.clear'), act: forget, icon: icons.trash }
  return { label: t('recent'), items: searches.length > 0 ? [...searches, clear] : [] }
}

function foundOf(found: SuggestionsView, { t, locale, query: typed }: Known): SuggestionGroup[] {
  const completions = found.completions.filter((text) => text.toLowerCase() !== typed.toLowerCase())
  return [
    {
      label: t('searches'),
      items: completions.slice(0, 4).map((text) => ({
        id: `search ${text}`,
        label: text,
        typed,
        href: hrefOf('q', text),
        icon: icons.search,
      })),
    },
    {
      label: t('products'),
      items: found.products.map((product) => ({
        id: `product ${product.id}`,
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
      items: found.categories.map(({ slug, name, lang, hue, image }) => ({
        id: `category ${slug}`,
        label: name,
        lang,
        typed,
        href: `/c/${slug}`,
        picture: image,
        hue,
      })),
    },
    {
      label: t('shops'),
      items: found.shops.map(({ slug, name }) => ({
        id: `shop ${slug}`,
        label: name,
        isName: true,
        typed,
        href: hrefOf('seller', slug),
        icon: icons.store,
      })),
    },
  ]
}
