import type { Meta } from '@mallhive/mfe-kit'
import type { Head } from '../document/view.ts'

const site = 'MallHive'

/** Returns the head elements of a page, with absolute addresses for crawlers. */
export function headOf(meta: Meta, path: string, origin: string): Head {
  const { title, description, image, robots, canonical = path } = meta
  const absolute = (to: string) => new URL(to, origin).href
  return {
    title: title.includes(site) ? title : `${title} · ${site}`,
    shareTitle: title,
    url: absolute(canonical),
    description,
    robots,
    image: image && absolute(image),
  }
}
