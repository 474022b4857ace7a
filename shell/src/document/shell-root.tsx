import { splitLocale } from '@mallhive/contracts/locales'
import { LinkProvider } from '@mallhive/design-system'
import { Link } from '@mallhive/mfe-kit'
import type { NavigateOptions } from '@mallhive/mfe-kit'
import type { MallHost } from '@mallhive/mfe-kit/host/create-host'
import { localHref } from '@mallhive/mfe-kit/local-href'
import { CatalogContext } from '@mallhive/mfe-kit/messages/messages'
import { searchOf } from '@mallhive/mfe-kit/search'
import { ShellContext } from '@mallhive/mfe-kit/shell-context'
import type { AssignedRelease, ShellInternals } from '@mallhive/mfe-kit/shell-context'
import { HydrationBoundary, QueryClientProvider } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { noteThrown } from '../client/beacon-journal.ts'
import { Progress } from '../client/progress.tsx'
import { newQueryClient } from '../client/query-client.ts'
import { useBeacon } from '../client/use-beacon.ts'
import { useBoundariesKey } from '../client/use-boundaries-key.ts'
import { useDevServers } from '../client/use-dev-servers.ts'
import { useFocusOnNavigation } from '../client/use-focus-on-navigation.ts'
import { useHistory } from '../client/use-history.ts'
import { useServiceWorker } from '../client/use-service-worker.ts'
import { useSoftNavigation } from '../client/use-soft-navigation.ts'
import { Announcer } from './announcer.tsx'
import type { DocumentJson } from './document-json.ts'
import { FramedPage } from './framed-page.tsx'
import { TransitionMark } from './transition-mark.tsx'

export interface ShellRootProps {
  json: DocumentJson
  nonce: string
  integrity: ShellInternals['integrity']
  load: MallHost['load']
  onRender?: ShellInternals['onRender']
  formKey?: ShellInternals['formKey']
}

/** Provides releases, queries and navigation to every remote. Stays mounted as long as the document. */
export function ShellRoot({ json, nonce, integrity, load, onRender, formKey }: ShellRootProps) {
  const { releases, locale, lang, messages, catalogs, currency, consents, flash, beaconRate } = json
  const [queryClient] = useState(newQueryClient)
  const { view, isMoving, open, refresh } = useHistory(json)
  // The origin is irrelevant: only path and query are read.
  const { pathname, searchParams } = useMemo(() => {
    const { pathname: at, searchParams: query } = new URL(view.at, 'http://mall.invalid')
    return { pathname: splitLocale(at).path, searchParams: query }
  }, [view.at])
  const [firstPath] = useState(pathname)
  const known = useMemo(
    () => ({ releases, integrity, load, lang, catalogs }),
    [releases, integrity, load, lang, catalogs],
  )

  const navigate = useCallback(
    (path: string, options: NavigateOptions = {}, transitionTypes: string[] = []) => {
      const to = new URL(localHref(lang, path), location.href)
      if (to.origin === location.origin) open(to, options, transitionTypes)
      else location.assign(to)
    },
    [open, lang],
  )

  useSoftNavigation(known, navigate)
  useBoundariesKey()
  useDevServers(releases)
  useServiceWorker()
  useBeacon(beaconRate, releases, pathname)
  useFocusOnNavigation(pathname)

  const shell = useMemo(
    () => ({
      ...known,
      locale,
      lang,
      currency,
      consents,
      messages,
      nonce,
      pathname,
      search: searchOf(searchParams),
      // A form's refusal is shown only on the page of the form.
      flash: pathname === firstPath ? flash : undefined,
      Link,
      navigate,
      refresh,
      onCaught,
      onRender,
      formKey,
    }),
    [
      known,
      locale,
      lang,
      currency,
      consents,
      messages,
      nonce,
      pathname,
      searchParams,
      flash,
      firstPath,
      navigate,
      refresh,
      onRender,
      formKey,
    ],
  )

  return (
    <ShellContext value={shell}>
      <LinkProvider link={Link}>
        <QueryClientProvider client={queryClient}>
          <HydrationBoundary state={view.queries}>
            <CatalogContext value={messages}>
              <Progress active={isMoving} />
              <TransitionMark page={pathname} />
              <FramedPage json={json} view={view} />
              <Announcer page={pathname} />
            </CatalogContext>
          </HydrationBoundary>
        </QueryClientProvider>
      </LinkProvider>
    </ShellContext>
  )
}

function onCaught(error: unknown, caughtBy: AssignedRelease) {
  noteThrown({ error, caughtBy })
}
