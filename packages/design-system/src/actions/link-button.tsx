import { Icon } from '../brand/icon.tsx'
import { Anchor } from '../navigation/anchor.tsx'
import type { AnchorProps } from '../navigation/link-provider.tsx'
import { buttonClasses } from './button-classes.ts'
import type { ButtonLook } from './button-classes.ts'

export type LinkButtonProps = AnchorProps & ButtonLook

/** A link that looks like a button. */
export function LinkButton({ variant, size, block, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <Anchor {...rest} className={buttonClasses({ variant, size, block }, className)}>
      {icon ? <Icon path={icon} size={18} /> : null}
      {children}
    </Anchor>
  )
}
