import { LinkButton } from '@mallhive/design-system'
import styles from './door.module.css'

/** Links to the other form, for a person who opened the wrong one. */
export function AuthAlternative({
  question,
  href,
  children,
}: {
  question: string
  href: string
  children: string
}) {
  return (
    <div className={styles.other}>
      <span>{question}</span>
      <LinkButton href={href}>{children}</LinkButton>
    </div>
  )
}
