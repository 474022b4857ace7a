import '@mallhive/design-system/tokens.css'
import { Logo, SiteHeader, SkipLink } from '@mallhive/design-system'
import { fontFiles } from '@mallhive/design-system/font-files'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import { requestScope } from '../server/shell-process.ts'

/** The document of staff pages. It shows no remotes: Next renders it with a React of its own. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  await connection()
  const { theme } = requestScope()
  for (const font of fontFiles) preload(font, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  return (
    <html lang="en" data-theme={theme} data-scroll-behavior="smooth">
      <head>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        <SkipLink />
        <SiteHeader
          logo={
            <a href="/" aria-label="MallHive, home">
              <Logo />
            </a>
          }
        />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </body>
    </html>
  )
}
