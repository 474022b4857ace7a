import { Component, Suspense, use } from 'react'
import type { ReactNode } from 'react'
import { preloadModule } from 'react-dom'
import { useShellInternals } from './shell-context.ts'

export interface RemoteProps {
  /** `<micro frontend>/<expose>`, e.g. `cart/add-to-cart`. */
  name: string
  /** Shown while the code loads in the browser, and instead of the remote when it is gone or throws. */
  fallback?: ReactNode
  [prop: string]: unknown
}

/**
 * Another team's fragment. Whatever goes wrong inside costs this box only: an unknown name, a release that cannot
 * be loaded and a component that throws all end in `fallback`.
 */
export function Remote({ name, fallback = null, ...props }: RemoteProps) {
  return (
    <Boundary fallback={fallback} name={name}>
      <Suspense fallback={fallback}>
        <RemoteContent name={name} props={props} />
      </Suspense>
    </Boundary>
  )
}

function RemoteContent({ name, props }: { name: string; props: Record<string, unknown> }) {
  const shell = useShellInternals()
  const [mfe = '', expose = ''] = name.split('/')
  const release = shell.releases[mfe]
  const files = release?.exposes[expose]
  if (!release || !files) throw new Error(`Nothing live exposes ${name}.`)

  for (const url of [release.entry, ...files.js]) {
    preloadModule(url, {
      as: 'script',
      crossOrigin: 'anonymous',
      integrity: shell.integrity(url),
      nonce: shell.nonce,
    })
  }
  const { default: Content } = use(shell.load(release, expose))
  return (
    <>
      {files.css.map((url) => (
        <link
          key={url}
          rel="stylesheet"
          href={url}
          precedence="mfe"
          crossOrigin="anonymous"
          integrity={shell.integrity(url)}
        />
      ))}
      <Content {...props} />
    </>
  )
}

interface BoundaryProps {
  name: string
  fallback: ReactNode
  children: ReactNode
}

class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}
