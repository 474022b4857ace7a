import type { LoaderContext } from '@mallhive/mfe-kit'
import { bff } from '../bff.ts'

const perPage = 5000

/** The catalogue's part of /sitemap.xml; the shell asks page by page. */
export async function loader(ctx: LoaderContext, { page }: { page: number }) {
  const paths = await bff.caller(ctx).listPaths.query()
  return {
    urls: paths.slice((page - 1) * perPage, page * perPage).map((path) => ({ path })),
    pages: Math.ceil(paths.length / perPage),
  }
}

/** Nothing to show: this expose is its loader. */
export default function Sitemap() {
  return null
}
