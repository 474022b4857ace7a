import type { AnchorHTMLAttributes } from 'react'

export interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string
  /** Replaces the current history entry. */
  replace?: boolean
  /** `false` keeps the scroll position; by default the page scrolls to the top. */
  scroll?: boolean
}

/**
 * A link to a page of the mall. The shell handles all plain links within the mall without a document load, and
 * prefetches their code on hover and focus; this component only adds options.
 */
export function Link({ replace, scroll, children, ...props }: LinkProps) {
  return (
    <a {...props} data-replace={replace || undefined} data-scroll={scroll === false ? 'keep' : undefined}>
      {children}
    </a>
  )
}
