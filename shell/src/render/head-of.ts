import { defaultLocale, localeEntry } from '@mallhive/contracts/locales'
import type { Locale } from '@mallhive/contracts/locales'
import type { Meta } from '@mallhive/mfe-kit'
import { localHref } from '@mallhive/mfe-kit/local-href'
import type { Head } from '../document/view.ts'

const site = 'MallHive'

interface PageOfMall {
  origin: string
  lang: Locale
  /** The locales in which the page exists. */
  live: readonly Locale[]
}

/** Returns the head elements of a page, with absolute addresses for crawlers. */
export function headOf(meta: Meta, path: string, { origin, lang, live }: PageOfMall): Head {
  const { title, lang: titleLang, description, image, robots, canonical = path } = meta
  const absolute = (to: string) => new URL(to, origin).href
  const inLocale = (locale: Locale) => absolute(localHref(locale, canonical))
  const alternates = live.filter((locale) => !localeEntry(locale).pseudo)
  return {
    title: title.includes(site) ? title : `${title} · ${site}`,
    titleLang,
    shareTitle: title,
    url: inLocale(lang),
    alternates:
      robots || alternates.length < 2
        ? []
        : [...alternates.map((it) => [it, inLocale(it)] as const), ['x-default', inLocale(defaultLocale)]],
    description,
    robots,
    image: image && absolute(image),
  }
}
