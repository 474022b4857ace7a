import { SearchField } from '@mallhive/design-system'
import { localHref, useShell } from '@mallhive/mfe-kit'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useState } from 'react'
import { bff } from '../bff.ts'
import { useMessages } from '../search-box-messages.ts'
import { forgetSearchLog } from '../search-log-key.ts'
import type * as groups from '../suggestion-groups.tsx'

/** Letters that are suggested for; a longer text is looked for only when it is sent. */
const enough = 2
const most = 100
/** What a search reads of a text. A longer address is refused. */
const longest = 200

/**
 * The mall's search. Without JavaScript a plain form; with it, suggests what the text can become, and recent searches before the
 * first letter. The code for them loads when the field is focused, or typed into where it was focused before.
 */
export default function SearchBox() {
  const t = useMessages()
  const { consents, lang, locale, navigate, search, pathname } = useShell()
  const [typed, setTyped] = useState('')
  const [{ code, recent }, setKnown] = useState<{ code?: typeof groups; recent: string[] }>({ recent: [] })
  const query = useDeferredValue(typed.trim())
  const isAsked = query.length >= enough && query.length <= most
  const { data: found } = useQuery({
    ...bff.useTRPC().suggest.queryOptions({ query }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    // A failure shows nothing, and the next letter asks anew.
    retry: false,
  })
  const isLogged = consents?.includes('searches')
  useEffect(() => {
    if (!isLogged) forgetSearchLog()
  }, [isLogged])
  const asked = pathname === '/search' ? (search['q'] ?? '') : ''
  const readRecent = (loaded: typeof groups) => setKnown({ code: loaded, recent: loaded.recentSearches() })
  const load = () =>
    void import(/* webpackChunkName: "suggestions" */ '../suggestion-groups.tsx').then(
      readRecent,
      reportError,
    )
  return (
    <SearchField
      action={localHref(lang, '/search')}
      defaultValue={asked}
      maxLength={longest}
      groups={code?.suggestionGroups({
        t,
        locale,
        query,
        found: isAsked ? found : undefined,
        recent,
        onForget: () => readRecent(code),
      })}
      onQueryChange={(text) => {
        setTyped(text)
        if (!code) load()
      }}
      onFocus={(text) => {
        setTyped(text)
        load()
      }}
      onNavigate={navigate}
    />
  )
}
