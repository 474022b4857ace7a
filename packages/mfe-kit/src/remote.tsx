import { Component, Suspense, createElement, use, useEffect, useRef } from 'react'
import type { ReactNode, RefObject } from 'react'
import { preloadModule } from 'react-dom'
import { fileUrl, splitExpose } from './release.ts'
import { useShellInternals } from './shell-context.ts'
import type { AssignedRelease } from './shell-context.ts'

export interface RemoteProps {
  /** `<micro frontend>/<expose>`, e.g. `cart/add-to-cart`. */
  name: string
  /** Shown while the code loads in the browser, and instead of the remote when it is gone or throws. */
  fallback?: ReactNode
  /** Shown when the remote is gone or throws, where that must read differently from loading. */
  failed?: ReactNode
  [prop: string]: unknown
}

/** Stands on the element of a remote whose scripts have taken over. */
export const awakeAttribute = 'data-awake'

/**
 * Another team's fragment. Whatever goes wrong inside costs this box only: an unknown name, a release that cannot
 * be loaded and a component that throws all end in the fallback.
 */
export function Remote({ name, fallback = null, failed = fallback, ...props }: RemoteProps) {
  const [mfe, expose] = splitExpose(name)
  const { releases, onCaught } = useShellInternals()
  const release = releases[mfe]
  const element = useRef<HTMLElement>(null)
  // The element has no box of its own (display: contents); the team-boundary overlay finds remotes by it.
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

  for (const path of [release.web, ...js]) {
    // What is looked at comes first: style sheets, fonts and the first picture share the line with code.
    const code = {
      as: 'script',
      crossOrigin: 'anonymous',
      integrity: shell.integrity(release, path),
      nonce: shell.nonce,
      fetchPriority: 'low',
    } as const
    preloadModule(fileUrl(release, path), code)
  }
  const { default: Content } = use(shell.load(release, expose))
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
      <Content {...props} />
      <Rendered name={name} />
    </>
  )
}

/** Comes after the content, so it is not reached when that throws. In every tree, because ids depend on its shape. */
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
