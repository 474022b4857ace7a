import type { AnchorHTMLAttributes, ReactNode } from 'react'
import { useShellInternals } from './shell-context.ts'

export interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string
  replace?: boolean
  /** Keep the scroll position (`false`) instead of going to the top. */
  scroll?: boolean
  children?: ReactNode
}

/** Navigates without a document load. Hovering or focusing it already fetches the code of the page behind it. */
export function Link({ onPointerEnter, onFocus, ...props }: LinkProps) {
  const shell = useShellInternals()
  return (
    <shell.Link
      {...props}
      onPointerEnter={(event) => {
        shell.warm(props.href)
        onPointerEnter?.(event)
      }}
      onFocus={(event) => {
        shell.warm(props.href)
        onFocus?.(event)
      }}
    />
  )
}
