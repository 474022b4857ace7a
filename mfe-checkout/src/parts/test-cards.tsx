import styles from './test-cards.module.css'

/** Test cards, shown only with the sandbox provider. */
export function TestCards({ cards }: { cards: { number: string; label: string }[] }) {
  if (cards.length === 0) return null
  return (
    <details className={styles.cards}>
      <summary>No money moves here. Cards to try</summary>
      <dl className={styles.list}>
        {cards.map(({ number, label }) => (
          <div key={number} className={styles.card}>
            <dt className={styles.number}>{number}</dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <p>Any date to come and any security code will do.</p>
    </details>
  )
}
