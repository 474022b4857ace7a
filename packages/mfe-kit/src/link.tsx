import type { AnchorHTMLAttributes } from 'react'

export interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string
  /** Take the current entry's place in the history. */
  replace?: boolean
  /** Keep the scroll position (`false`) instead of going to the top. */
  scroll?: boolean
}

/**
 * A link to a page of the mall. The shell follows every plain link within the mall without a document load and
 * fetches the code behind it on hover and focus; this component only adds how.
 */
export function Link({ replace, scroll, children, ...props }: LinkProps) {
  return (
    <a {...props} data-replace={replace || undefined} data-scroll={scroll === false ? 'keep' : undefined}>
      {children}
    </a>
  )
}
