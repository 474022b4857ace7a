'use client'
import { LinkProvider, ToastProvider } from '@mallhive/design-system'
import { Link } from '@mallhive/mfe-kit'
import type { Currency, Flash, NavigateOptions } from '@mallhive/mfe-kit'
import { searchOf } from '@mallhive/mfe-kit/search'
import { ShellContext } from '@mallhive/mfe-kit/shell-context'
import { keepEarlyInput } from '@mallhive/mfe-kit/soft-reload'
import type { AssignedRelease } from '@mallhive/mfe-kit/shell-context'
import { QueryClientProvider } from '@tanstack/react-query'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, useTransition } from 'react'
import type { ReactNode } from 'react'
import { noteRender } from '../server/render-notes.ts'
import { documentReleases } from './document-releases.ts'
import { guardDom } from './guard-dom.ts'
import { host } from './host.ts'
import { markNavigated } from './navigation-state.ts'
import { sendAssignmentHeader } from './assignment-header.ts'
import { Progress } from './progress.tsx'
import { TransitionMark } from './transition-mark.tsx'
import { newQueryClient } from './query-client.ts'
import { noteThrown } from './beacon-journal.ts'
import { useBeacon } from './use-beacon.ts'
import { useBoundariesKey } from './use-boundaries-key.ts'
import { useDevServers } from './use-dev-servers.ts'
import { useSoftNavigation } from './use-soft-navigation.ts'
import { useSoftReload } from './use-soft-reload.ts'

if (typeof document !== 'undefined') {
  guardDom()
  void keepEarlyInput()
}

export interface ShellRootProps {
  /** Ids of the assigned releases. */
  releases: string[]
  locale: string
  currency: Currency
  nonce: string
  flash?: Flash
  /** The share of documents that report to the beacon. */
  beaconRate: number
  children: ReactNode
}

/** Provides releases, queries and navigation to every remote. Stays mounted as long as the document. */
export function ShellRoot({
  releases: ids,
  locale,
  currency,
  nonce,
  flash,
  beaconRate,
  children,
}: ShellRootProps) {
  const router = useRouter()
  const pathname = usePathname()
  const search = useSearchParams()
  const [navigating, startTransition] = useTransition()
  const [queryClient] = useState(newQueryClient)
  const [firstPath] = useState(pathname)
  const known = useMemo(() => documentReleases(ids), [ids])
  const { releases, integrity } = known

  const navigate = useCallback(
    (path: string, { replace = false, scroll = true }: NavigateOptions = {}, transitionTypes?: string[]) => {
      const url = new URL(path, location.href)
      if (url.origin !== location.origin) return location.assign(url)
      markNavigated()
      startTransition(() =>
        router[replace ? 'replace' : 'push'](url.pathname + url.search + url.hash, {
          scroll,
          transitionTypes,
        }),
      )
    },
    [router],
  )
  const refresh = useCallback(() => startTransition(() => router.refresh()), [router])

  useEffect(() => sendAssignmentHeader(releases), [releases])
  useSoftNavigation(known, navigate)
  useBoundariesKey()
  useSoftReload()
  useDevServers(releases)
  useBeacon(beaconRate, releases, pathname)
  useFocusOnNavigation(pathname)

  const shell = useMemo(
    () => ({
      locale,
      currency,
      nonce,
      pathname,
      search: searchOf(search),
      // A form's refusal is shown only on the page of the form.
      flash: pathname === firstPath ? flash : undefined,
      Link,
      navigate,
      refresh,
      releases,
      integrity,
      load: host.load,
      onCaught,
      onRender: typeof window === 'undefined' ? noteRender : undefined,
    }),
    [locale, currency, nonce, pathname, search, flash, firstPath, navigate, refresh, releases, integrity],
  )

  return (
    <ShellContext value={shell}>
      <LinkProvider link={Link}>
        <QueryClientProvider client={queryClient}>
          <Progress active={navigating} />
          <TransitionMark />
          <ToastProvider>{children}</ToastProvider>
        </QueryClientProvider>
      </LinkProvider>
    </ShellContext>
  )
}

function onCaught(error: unknown, caughtBy: AssignedRelease) {
  noteThrown({ error, caughtBy })
}

/**
 * Moves the focus to the content of a new page as soon as it shows, so that no key press is lost. Next announces the page's
 * title to screen readers.
 */
function useFocusOnNavigation(pathname: string) {
  const before = useRef(pathname)
  useLayoutEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname])
}
