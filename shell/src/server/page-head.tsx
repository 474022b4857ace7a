import type { Meta } from '@mallhive/mfe-kit'
import { inScript } from './document-releases.tsx'
import { requestScope, shellProcess } from './shell-process.ts'

const site = 'MallHive'

/** Renders the page's head elements; React hoists them into the head, also after a navigation. */
export function PageHead({ meta }: { meta: Meta }) {
  const { title, description, image, robots, jsonLd, canonical = requestScope().url.pathname } = meta
  const { PUBLIC_ORIGIN: origin } = shellProcess().config
  const absolute = (path: string) => new URL(path, origin).href
  const full = title.includes(site) ? title : `${title} · ${site}`
  return (
    <>
      <title>{full}</title>
      {description && <meta name="description" content={description} />}
      {robots ? <meta name="robots" content={robots} /> : <link rel="canonical" href={absolute(canonical)} />}
      <meta property="og:site_name" content={site} />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      <meta property="og:url" content={absolute(canonical)} />
      {description && <meta property="og:description" content={description} />}
      {image && <meta property="og:image" content={absolute(image)} />}
      {[jsonLd ?? []].flat().map((entity, index) => (
        <script
          key={index}
          type="application/ld+json"
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: inScript(entity) }}
        />
      ))}
    </>
  )
}
