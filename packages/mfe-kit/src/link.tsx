import type { LinkProps } from './link-props.ts'
import { localHref } from './local-href.ts'
import { useShell } from './shell-context.ts'

/**
 * A link to a page of the mall. The shell handles all plain links within the mall without a document load, and
 * prefetches their code on hover and focus; this component only adds options.
 */
export function Link({ href, replace, scroll, children, ...props }: LinkProps) {
  const { lang } = useShell()
  return (
    <a
      {...props}
      href={localHref(lang, href)}
      data-replace={replace || undefined}
      data-scroll={scroll === false ? 'keep' : undefined}
    >
      {children}
    </a>
  )
}
