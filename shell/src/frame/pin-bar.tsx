import type { PagePins } from '../server/pins/resolve-pins.ts'
import styles from './pin-bar.module.css'

/**
 * Shows the pinned releases of this page and the refused pins with the reason, and removes pins. A server-rendered form that
 * needs no JavaScript. It is in the document flow and covers no content.
 */
export function PinBar({ pins: { active, refused, removable } }: { pins: PagePins }) {
  const names = [...active, ...refused].flatMap(({ name }) => name ?? [])
  return (
    <section aria-label="Pinned releases" className={styles.bar}>
      <form method="post" action="/_mall/pins" className={styles.form}>
        <ul className={styles.list}>
          {active.map(({ name, version }) => (
            <li key={name} className={styles.pin}>
              <span>
                Only you see{' '}
                <b>
                  {name} {version}
                </b>
                .
              </span>
              {removable && <Remove name={name} />}
            </li>
          ))}
          {refused.map(({ name, pin, why }) => (
            <li key={pin} className={styles.pin}>
              <span>
                <b>{pin}</b> is not shown: {why}.
              </span>
              {removable && name && <Remove name={name} />}
            </li>
          ))}
        </ul>
        {removable && names.length > 1 && (
          <button name="mall-pin" value="" className={styles.button}>
            Remove all
          </button>
        )}
      </form>
    </section>
  )
}

function Remove({ name }: { name: string }) {
  return (
    <button
      name="mall-pin"
      value={`${name}@`}
      aria-label={`Remove the pin of ${name}`}
      className={styles.button}
    >
      Remove
    </button>
  )
}
