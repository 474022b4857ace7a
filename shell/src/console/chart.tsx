import styles from './console.module.css'

interface Point {
  at?: string
  value?: number
}

interface Line {
  name: string
  points: Point[]
}

const width = 300
const height = 72
const minutesShown = 60

/** Draws the last hour as lines, stable first. The table beside it has the figures. */
export function Chart({ label, lines }: { label: string; lines: Line[] }) {
  const drawn = lines.map(({ points }) => points.filter(isKnown))
  const times = drawn.flat().map(({ at }) => Date.parse(at))
  const top = Math.max(...drawn.flat().map(({ value }) => value), 1)
  const end = Math.max(...times)
  const x = (at: string) => width * (1 - (end - Date.parse(at)) / (minutesShown * 60_000))
  const y = (value: number) => height - 4 - (value / top) * (height - 8)
  return (
    <figure className={styles.chart}>
      <figcaption>
        {label}
        <span className={styles.quiet}>
          {times.length > 0 ? `up to ${Math.round(top)}` : 'not measured yet'}
        </span>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" preserveAspectRatio="none">
        {drawn.map((points, index) => (
          <g key={lines[index]?.name} className={index === 0 ? styles.stable : styles.canary}>
            <polyline points={points.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')} />
            {points.map(({ at, value }) => (
              <circle key={at} cx={x(at)} cy={y(value)} r="2" />
            ))}
          </g>
        ))}
      </svg>
      <ul className={styles.legend}>
        {lines.map(({ name }, index) => (
          <li key={name} className={index === 0 ? styles.stable : styles.canary}>
            {name}
          </li>
        ))}
      </ul>
    </figure>
  )
}

const isKnown = (point: Point): point is Required<Point> =>
  point.value !== undefined && point.at !== undefined
