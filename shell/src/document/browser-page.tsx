import { Remote } from '@mallhive/mfe-kit'
import type { LoaderContext } from '@mallhive/mfe-kit'
import { browserTransport } from '@mallhive/mfe-kit/browser-calls'
import { ClientOnly } from '@mallhive/mfe-kit/host/client-only'
import { track } from '@mallhive/mfe-kit/host/tracked-promise'
import { catalogOf, loadCatalog } from '@mallhive/mfe-kit/messages/load-catalog'
import { splitExpose } from '@mallhive/mfe-kit/release'
import { useShellInternals } from '@mallhive/mfe-kit/shell-context'
import { useQueryClient } from '@tanstack/react-query'
import { Component, Suspense, use } from 'react'
import type { ReactNode } from 'react'
import { PageFailed } from '../frame/page-failed.tsx'
import { PageLoading } from '../frame/page-loading.tsx'

interface BrowserPageProps {
  name: string
  params: Record<string, string>
}

/** Renders a page whose server bundle failed to load: the loader runs in the browser instead. */
export function BrowserPage(props: BrowserPageProps) {
  return (
    <FailedPage>
      <Suspense fallback={<PageLoading />}>
        <LoadedHere {...props} />
      </Suspense>
    </FailedPage>
  )
}

function LoadedHere({ name, params }: BrowserPageProps) {
  if (typeof window === 'undefined') throw new ClientOnly('its data is loaded in the browser')
  const shell = useShellInternals()
  const queryClient = useQueryClient()
  const { data, title } = use(pageOf(`${name} ${shell.pathname} ${JSON.stringify(shell.search)}`, load))
  return (
    <>
      <title>{title}</title>
      <Remote name={name} data={data} fallback={<PageLoading />} failed={<PageFailed />} />
    </>
  )

  async function load() {
    const [mfe, expose] = splitExpose(name)
    const release = shell.releases[mfe]
    if (!release) throw new Error(`Nothing live exposes ${name}.`)
    const [{ loader, meta }, words] = await Promise.all([
      shell.load(release, expose),
      loadCatalog(shell.load, release, shell.lang),
    ])
    const ctx: LoaderContext = {
      params,
      search: shell.search,
      path: shell.pathname,
      locale: shell.locale,
      catalogs: words ? { [mfe]: catalogOf(words) } : {},
      currency: shell.currency,
      queryClient,
      bff: browserTransport(shell.releases),
      fragment: () => Promise.resolve(),
    }
    const loadedData = await loader?.(ctx)
    return { data: loadedData, title: meta?.(loadedData, ctx).title ?? 'MallHive' }
  }
}

interface LoadedPage {
  data: unknown
  title: string
}

const loaded = new Map<string, Promise<LoadedPage>>()

/** Kept outside of React, because a component that suspends before its first commit loses its state. */
function pageOf(key: string, load: () => Promise<LoadedPage>): Promise<LoadedPage> {
  const known = loaded.get(key)
  if (known) return known
  const promise = track(load())
  loaded.set(key, promise)
  return promise
}

class FailedPage extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <PageFailed /> : this.props.children
  }
}
