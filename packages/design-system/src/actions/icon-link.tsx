import { Icon } from '../brand/icon.tsx'
import type { IconPath } from '../brand/icon.tsx'
import { classes } from '../classes.ts'
import { Anchor } from '../navigation/anchor.tsx'
import type { AnchorProps } from '../navigation/link-provider.tsx'
import styles from './icon-button.module.css'

export type IconLinkProps = Omit<AnchorProps, 'children'> & {
  icon: IconPath
  /** The accessible name, including the count: "Cart, 3 items". */
  label: string
  /** A number on its corner; 0 shows none. */
  count?: number
  /** Words beside the icon, on wide screens. */
  text?: string
}

/** A link of 44 px that shows an icon, for the header. */
export function IconLink({ icon, label, count = 0, text, className, ...rest }: IconLinkProps) {
  return (
    <Anchor {...rest} title={label} className={classes(styles.iconButton, className)}>
      <Icon path={icon} size={22} />
      <span className={styles.hidden}>{label}</span>
      {text ? (
        <span className={styles.text} aria-hidden="true">
          {text}
        </span>
      ) : null}
      {count > 0 ? (
        <span key={count} className={styles.count} aria-hidden="true">
          {count > 99 ? '99+' : count}
        </span>
      ) : null}
    </Anchor>
  )
}
