import type { TestCard } from '@mallhive/bff-checkout/router'
import { useMessages } from '../messages.ts'
import styles from './test-cards.module.css'

/** Test cards, shown only with the sandbox provider. */
export function TestCards({ cards }: { cards: TestCard[] }) {
  const t = useMessages()
  if (cards.length === 0) return null
  return (
    <details className={styles.cards}>
      <summary>{t('test-cards.title')}</summary>
      <dl className={styles.list}>
        {cards.map(({ number, outcome }) => (
          <div key={number} className={styles.card}>
            <dt className={styles.number}>{number}</dt>
            <dd>{t(`test-cards.${outcome}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('test-cards.words')}</p>
    </details>
  )
}
