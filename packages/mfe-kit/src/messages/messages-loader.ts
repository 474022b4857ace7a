// oxlint-disable no-this-in-exported-function -- webpack calls loaders so
import { defaultLocale, isLocale } from '@mallhive/contracts/locales'
import type { LoaderContext } from 'webpack'
import { compileCatalog, messagesFolder } from './catalogs.ts'

const catalogPath = new RegExp(`^(.*)/${messagesFolder}/(?:([\\w-]+)/)?[\\w-]+\\.json$`)

/** A webpack loader: turns `messages/de.json?locale=de` into a module whose default export is the compiled catalogue. */
export default function messagesLoader(this: LoaderContext<object>): string {
  const locale = new URLSearchParams(this.resourceQuery).get('locale') ?? ''
  if (!isLocale(locale)) throw new Error(`The mall has no locale "${locale}".`)
  const [, root = '', expose = ''] = catalogPath.exec(this.resourcePath) ?? []
  // What a catalogue lacks comes from the default locale's.
  this.addDependency(this.resourcePath.replace(/[^/]+$/, `${defaultLocale}.json`))
  const catalog = JSON.stringify(compileCatalog(root, locale, expose))
  // JSON.parse of a string is faster for a browser than an object literal of this size.
  return `export default JSON.parse(${JSON.stringify(catalog)})`
}
