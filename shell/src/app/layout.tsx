import '@mallhive/design-system/tokens.css'
import './page.css'
import { fontFiles } from '@mallhive/design-system/font-files'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import { documentTokenMeta } from '../client/document-token-meta.ts'
import { ShellRoot } from '../client/shell-root.tsx'
import { Frame } from '../frame/frame.tsx'
import { PinBar } from '../frame/pin-bar.tsx'
import { documentToken } from '../server/document-token.ts'
import { DocumentReleases } from '../server/document-releases.tsx'
import { EarlyInputScript } from '../server/early-input-script.tsx'
import { frameState } from '../server/frame-state.ts'
import { requestScope, shellProcess } from '../server/shell-process.ts'

export default async function Layout({ children }: { children: ReactNode }) {
  await connection()
  const scope = requestScope()
  scope.servedAtMs = Date.now()
  const token = documentToken({ ...scope, servedAtMs: scope.servedAtMs }, shellProcess().config)
  for (const font of fontFiles) preload(font, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  return (
    <html lang="en" data-theme={scope.theme} data-scroll-behavior="smooth" suppressHydrationWarning>
      <head>
        <meta name="traceparent" content={scope.traceparent} />
        {token && <meta name={documentTokenMeta} content={token} suppressHydrationWarning />}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <EarlyInputScript nonce={scope.nonce} />
        <DocumentReleases scope={scope} />
      </head>
      <body>
        <ShellRoot
          releases={Object.values(scope.releases).map(({ id }) => id)}
          locale={scope.locale}
          currency={scope.currency}
          nonce={scope.nonce}
          flash={scope.flash}
          beaconRate={(token && shellProcess().config.BEACON_RATE) || 0}
        >
          <LoadedFrame>{children}</LoadedFrame>
        </ShellRoot>
      </body>
    </html>
  )
}

/** A separate component, so that the document's head streams before the fragments' data is loaded. */
async function LoadedFrame({ children }: { children: ReactNode }) {
  const scope = requestScope()
  return (
    <Frame
      state={await frameState(scope)}
      theme={scope.theme}
      sharing={scope.sharing}
      bar={scope.pins && <PinBar pins={scope.pins} />}
    >
      {children}
    </Frame>
  )
}
