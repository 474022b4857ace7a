import styles from './rating.module.css'

/** Stars filled from the left up to `value`: a row of empty stars under a clipped row of filled ones. */
export function StarRow({ value, of }: { value: number; of: number }) {
  return (
    <span className={styles.stars} style={{ width: `${of * 1.05}em` }}>
      <svg className={styles.pale} viewBox={`0 0 ${of * 20} 20`} aria-hidden="true" focusable="false">
        <path d={star(of)} />
      </svg>
      <svg
        className={styles.lit}
        viewBox={`0 0 ${of * 20} 20`}
        aria-hidden="true"
        focusable="false"
        style={{ clipPath: `inset(0 ${100 - (value / of) * 100}% 0 0)` }}
      >
        <path d={star(of)} />
      </svg>
    </span>
  )
}

function star(count: number): string {
  return Array.from({ length: count }, (_, index) => one(index * 20)).join('')
}

function one(x: number): string {
  return `M${x + 10} 2l2.4 5.2 5.6.7-4.1 3.9 1.1 5.6L${x + 10} 14.6 ${x + 5} 17.4l1.1-5.6L${x + 2} 7.9l5.6-.7z`
}
