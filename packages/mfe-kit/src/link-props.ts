import type { AnchorHTMLAttributes } from 'react'

export interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** Without a locale: the link leads to the page in the locale of this page. */
  href: string
  /** Replaces the current history entry. */
  replace?: boolean
  /** `false` keeps the scroll position; by default the page scrolls to the top. */
  scroll?: boolean
}
