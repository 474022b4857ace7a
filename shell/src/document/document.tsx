import { localeEntry } from '@mallhive/contracts/locales'
import { fontFiles } from '@mallhive/design-system/font-files'
import { preload, preloadModule } from 'react-dom'
import { documentTokenMeta } from '../client/document-token-meta.ts'
import { documentJsonId } from './document-json.ts'
import { ShellRoot } from './shell-root.tsx'
import type { ShellRootProps } from './shell-root.tsx'

/** The texts of a document's script elements. */
interface ScriptTexts {
  earlyInput: string
  /** The document's data as JSON. */
  data: string
  linkedData: string
}

export interface DocumentProps extends ShellRootProps {
  traceparent: string
  /** The token for reports of this document. */
  token?: string
  /** Given by the server only: in the browser React keeps what the server has sent. */
  scripts?: ScriptTexts
}

/** Renders the whole document, identically on the server and in the browser. */
export function Document({ traceparent, token, scripts, ...root }: DocumentProps) {
  const { json, nonce } = root
  const { css, react } = json.files
  for (const font of fontFiles) preload(font, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  // Scripts wait for style sheets, fonts and the first picture, which are seen first.
  const low = { as: 'script', crossOrigin: 'anonymous', fetchPriority: 'low' } as const
  preloadModule(react.url, { ...low, integrity: react.integrity, nonce })
  return (
    <html lang={json.lang} dir={localeEntry(json.lang).dir} data-theme={json.theme} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
        />
        <meta name="traceparent" content={traceparent} />
        {token && <meta name={documentTokenMeta} content={token} />}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={html(scripts?.earlyInput)} />
        <link
          rel="stylesheet"
          href={css.url}
          precedence="shell"
          crossOrigin="anonymous"
          integrity={css.integrity}
        />
      </head>
      <body>
        <ShellRoot {...root} />
        {json.hasLinkedData && (
          <script
            type="application/ld+json"
            suppressHydrationWarning
            dangerouslySetInnerHTML={html(scripts?.linkedData)}
          />
        )}
        <script
          type="application/json"
          id={documentJsonId}
          suppressHydrationWarning
          dangerouslySetInnerHTML={html(scripts?.data)}
        />
      </body>
    </html>
  )
}

const html = (text = '') => ({ __html: text })
