import styles from './postal-address.module.css'

/** An address in postal format; the first line is the name. */
export function PostalAddress({ lines }: { lines: string[] }) {
  const [name, ...rest] = lines
  return (
    <address className={styles.address} translate="no">
      <strong>{name}</strong>
      {rest.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </address>
  )
}
