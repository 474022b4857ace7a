import styles from './test-cards.module.css'

/** Test cards, shown only with the sandbox provider. */
export function TestCards({ cards }: { cards: { number: string; label: string }[] }) {
  if (cards.length === 0) return null
  return (
    <details className={styles.cards}>
      <summary>Test shop: no money is charged. Cards to try</summary>
      <dl className={styles.list}>
        {cards.map(({ number, label }) => (
          <div key={number} className={styles.card}>
            <dt className={styles.number}>{number}</dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <p>Use any future date and any security code.</p>
    </details>
  )
}
