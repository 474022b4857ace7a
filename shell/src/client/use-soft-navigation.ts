import { splitLocale } from '@mallhive/contracts/locales'
import type { Locale } from '@mallhive/contracts/locales'
import type { NavigateOptions, Shell } from '@mallhive/mfe-kit'
import { fileUrl, splitExpose } from '@mallhive/mfe-kit/release'
import { loadCatalog, sentCatalog } from '@mallhive/mfe-kit/messages/load-catalog'
import { matchRoute } from '@mallhive/mfe-kit/route-table'
import type { RouteMatch } from '@mallhive/mfe-kit/route-table'
import type { MallHost } from '@mallhive/mfe-kit/host/create-host'
import type { AssignedRelease, ShellInternals } from '@mallhive/mfe-kit/shell-context'
import { useEffect } from 'react'
import { preload } from 'react-dom'
import { carryPicture } from './carry-picture.ts'

type Releases = Record<string, AssignedRelease>

/** The code of this document: its releases, their hashes, and what loads them. */
export interface DocumentCode extends Pick<
  Shell & ShellInternals,
  'releases' | 'integrity' | 'lang' | 'catalogs'
> {
  load: MallHost['load']
}

type Navigate = (path: string, options?: NavigateOptions, transitions?: string[]) => void

/**
 * Handles all links and GET forms of the document that lead to pages of the mall without a document load, and preloads a
 * page's code when its link is hovered or focused. Events with a prevented default are ignored.
 */
export function useSoftNavigation(known: DocumentCode, navigate: Navigate): void {
  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening

    function onClick(event: MouseEvent) {
      const link = linkOf(event)
      if (!link || event.defaultPrevented || event.button !== 0 || isModified(event)) return
      if ((link.target && link.target !== '_self') || link.hasAttribute('download')) return
      const url = new URL(link.href, location.href)
      const samePage = url.pathname === location.pathname && url.search === location.search
      if (!isPage(known, url) || (samePage && url.hash)) return
      event.preventDefault()
      const options = { replace: 'replace' in link.dataset, scroll: link.dataset['scroll'] !== 'keep' }
      navigate(link.href, options, isHere(known, url) ? carryPicture(link) : [])
    }

    function onSubmit(event: SubmitEvent) {
      const { target: form, submitter } = event
      if (!(form instanceof HTMLFormElement) || event.defaultPrevented || form.method !== 'get') return
      const url = new URL(form.action, location.href)
      if (!isPage(known, url)) return
      event.preventDefault()
      url.search = ''
      for (const [name, value] of new FormData(form, submitter)) {
        if (typeof value === 'string' && value !== '') url.searchParams.append(name, value)
      }
      navigate(url.href)
    }

    function onApproach(event: Event) {
      const link = linkOf(event)
      if (link) warm(known, new URL(link.href, location.href))
    }

    document.addEventListener('click', onClick, { signal })
    document.addEventListener('submit', onSubmit, { signal })
    document.addEventListener('pointerover', onApproach, { signal, passive: true })
    document.addEventListener('focusin', onApproach, { signal })
    return () => listening.abort()
  }, [known, navigate])
}

function linkOf({ target }: Event): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null
}

function isModified({ metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return metaKey || ctrlKey || shiftKey || altKey
}

function isPage({ releases, lang }: DocumentCode, url: URL): boolean {
  // A document keeps its releases: a link that changes pins needs a new document.
  if (url.origin !== location.origin || url.searchParams.has('mall-pin')) return false
  return pageAt(releases, lang, url) !== undefined
}

/** Returns the page of an address in this document's locale. Other locales need a document of their own. */
function pageAt(releases: Releases, lang: Locale, { pathname }: URL): RouteMatch | undefined {
  const { locale, path } = splitLocale(pathname)
  return locale === lang ? matchRoute(releases, path) : undefined
}

/** Whether the page's code is loaded; otherwise the page first shows a placeholder. */
function isHere({ releases, load, lang }: DocumentCode, url: URL): boolean {
  const match = pageAt(releases, lang, url)
  if (!match) return false
  const [mfe, expose] = splitExpose(match.name)
  const release = releases[mfe]
  return release !== undefined && load(release, expose).status === 'fulfilled'
}

function warm(known: DocumentCode, url: URL): void {
  const { releases, integrity, load, lang } = known
  const match = url.origin === location.origin ? pageAt(releases, lang, url) : undefined
  if (!match) return
  const [mfe] = splitExpose(match.name)
  const fragments = releases[mfe]?.consumes ?? []
  for (const [name, expose] of [match.name, ...fragments].map(splitExpose)) {
    const release = releases[name]
    if (!release?.exposes[expose]) continue
    void load(release, expose)
    if (!sentCatalog(known, release, expose)) void loadCatalog(load, release, lang, expose)
    for (const path of release.exposes[expose].css) {
      const style = { as: 'style', crossOrigin: 'anonymous', integrity: integrity(release, path) } as const
      preload(fileUrl(release, path), style)
    }
  }
}
