import { LinkButton } from '@mallhive/design-system'
import styles from './door.module.css'

/** Link to the other form: sign-up or sign-in. */
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
