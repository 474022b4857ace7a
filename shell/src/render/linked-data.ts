import type { Locale } from '@mallhive/contracts/locales'
import type { Meta } from '@mallhive/mfe-kit'
import { localHref } from '@mallhive/mfe-kit/local-href'

/** Returns the linked data of a page. Addresses of the mall's pages in it are in the page's language; addresses of files stay. */
export function linkedDataOf({ jsonLd }: Meta, { origin, lang }: { origin: string; lang: Locale }): object[] {
  const text = JSON.stringify([jsonLd ?? []].flat())
  return JSON.parse(text, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith(`${origin}/`)
      ? origin + localHref(lang, value.slice(origin.length))
      : value,
  )
}
