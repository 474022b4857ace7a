import { Component, Suspense, createElement, use, useEffect, useRef } from 'react'
import type { ReactNode, RefObject } from 'react'
import { preloadModule } from 'react-dom'
import { catalogFiles, catalogOf, loadCatalog, sentCatalog } from './messages/load-catalog.ts'
import { CatalogContext } from './messages/messages.ts'
import { fileUrl, splitExpose } from './release.ts'
import { useShellInternals } from './shell-context.ts'
import type { AssignedRelease } from './shell-context.ts'

export interface RemoteProps {
  /** `<micro frontend>/<expose>`, e.g. `cart/add-to-cart`. */
  name: string
  /** Shown while the code loads in the browser, and when the remote is missing or throws. */
  fallback?: ReactNode
  /** Shown instead of `fallback` when the remote is missing or throws. */
  failed?: ReactNode
  [prop: string]: unknown
}

/** Set on the element of a hydrated remote. */
export const awakeAttribute = 'data-awake'

/**
 * Renders another team's fragment. A failure affects only this box: an unknown name, a release that cannot be loaded
 * and a component that throws all show the fallback.
 */
export function Remote({ name, fallback = null, failed = fallback, ...props }: RemoteProps) {
  const [mfe, expose] = splitExpose(name)
  const { releases, onCaught } = useShellInternals()
  const release = releases[mfe]
  const element = useRef<HTMLElement>(null)
  // The element has no box of its own (display: contents); the team-boundary overlay selects remotes by it.
  return createElement(
    'mall-remote',
    // oxlint-disable-next-line react/refs -- an element's ref, as in JSX
    { ref: element, 'data-remote': name, 'data-version': release?.version },
    release?.exposes[expose] ? (
      <Boundary failed={failed} onCaught={(error) => onCaught?.(error, release)}>
        <Suspense fallback={fallback}>
          <RemoteContent name={name} element={element} release={release} expose={expose} props={props} />
        </Suspense>
      </Boundary>
    ) : (
      failed
    ),
  )
}

interface RemoteContentProps {
  name: string
  element: RefObject<HTMLElement | null>
  release: AssignedRelease
  expose: string
  props: Record<string, unknown>
}

function RemoteContent({ name, element, release, expose, props }: RemoteContentProps) {
  const shell = useShellInternals()
  useEffect(() => element.current?.setAttribute(awakeAttribute, ''), [element])
  const { js = [], css = [] } = release.exposes[expose] ?? {}

  const sent = sentCatalog(shell, release, expose)
  const messages = sent ? [] : catalogFiles(release, shell.lang, expose)
  for (const path of [release.web, ...js, ...messages]) {
    // Low priority for code, because style sheets, fonts and the first picture share the bandwidth and are seen first.
    const file = {
      as: 'script',
      crossOrigin: 'anonymous',
      integrity: shell.integrity(release, path),
      nonce: shell.nonce,
      fetchPriority: 'low',
    } as const
    preloadModule(fileUrl(release, path), file)
  }
  // Both loads begin before either is waited for.
  const code = shell.load(release, expose)
  const words = sent ? undefined : loadCatalog(shell.load, release, shell.lang, expose)
  const { default: Content } = use(code)
  const catalog = sent ?? (words ? catalogOf(use(words)) : null)
  shell.onRender?.(name, 'begun')
  return (
    <>
      {css.map((path) => (
        <link
          key={path}
          rel="stylesheet"
          href={fileUrl(release, path)}
          precedence="mfe"
          crossOrigin="anonymous"
          integrity={shell.integrity(release, path)}
        />
      ))}
      <CatalogContext value={catalog}>
        <Content {...props} />
      </CatalogContext>
      <Rendered name={name} />
    </>
  )
}

/**
 * Rendered after the content, so it is not reached when that throws. Part of every tree, because React's ids depend on
 * its shape.
 */
function Rendered({ name }: { name: string }) {
  useShellInternals().onRender?.(name, 'done')
  return null
}

interface BoundaryProps {
  failed: ReactNode
  onCaught: (error: unknown) => void
  children: ReactNode
}

class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(error: unknown) {
    this.props.onCaught(error)
  }

  override render() {
    return this.state.failed ? this.props.failed : this.props.children
  }
}
