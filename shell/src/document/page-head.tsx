import type { Head } from './view.ts'

/** Renders the page's head elements; React hoists them into the head, also after a navigation. */
export function PageHead({ head }: { head: Head }) {
  const { title, titleLang, shareTitle, url, alternates, description, robots, image } = head
  return (
    <>
      <title lang={titleLang}>{title}</title>
      {description && <meta name="description" content={description} />}
      {robots ? <meta name="robots" content={robots} /> : <link rel="canonical" href={url} />}
      {alternates.map(([hreflang, href]) => (
        <link key={hreflang} rel="alternate" hrefLang={hreflang} href={href} />
      ))}
      <meta property="og:site_name" content="MallHive" />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={shareTitle} />
      <meta property="og:url" content={url} />
      {description && <meta property="og:description" content={description} />}
      {image && <meta property="og:image" content={image} />}
    </>
  )
}
