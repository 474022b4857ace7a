import { type LoaderContext, notFound } from '@mallhive/mfe-kit'
import { bff } from '../bff.ts'

/** Returns the catalogue's part of /sitemap.xml: the names of its parts, or the paths of one part. */
export async function loader(ctx: LoaderContext, { part }: { part?: string }) {
  const caller = bff.caller(ctx)
  const parts = await caller.listSitemapParts.query()
  if (part === undefined) return { parts }
  if (!parts.includes(part)) notFound()
  const paths = await caller.listSitemapPaths.query(part)
  return { urls: paths.map((path) => ({ path })) }
}

/** Renders nothing: only the loader of this expose is used. */
export default function Sitemap() {
  return null
}
