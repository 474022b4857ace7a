import type { ReactNode } from 'react'
import { useMessages } from '../messages.ts'
import type { PagePins } from '../server/pins/resolve-pins.ts'
import styles from './pin-bar.module.css'

/**
 * Shows the pinned releases of this page and the refused pins with the reason, and removes pins. A server-rendered form that
 * needs no JavaScript. It is in the document flow and covers no content.
 */
export function PinBar({ pins: { active, refused, removable } }: { pins: PagePins }) {
  const t = useMessages()
  const names = [...active, ...refused].flatMap(({ name }) => name ?? [])
  return (
    <section aria-label={t('pins.title')} className={styles.bar}>
      <form method="post" action="/_mall/pins" className={styles.form}>
        <ul className={styles.list}>
          {active.map(({ name, version }) => (
            <li key={name} className={styles.pin}>
              <span>{t('pins.active', { name, version, b: bold })}</span>
              {removable && <Remove name={name} />}
            </li>
          ))}
          {refused.map(({ name, pin, why }) => (
            <li key={pin} className={styles.pin}>
              <span>{t('pins.refused', { pin, why, b: bold })}</span>
              {removable && name && <Remove name={name} />}
            </li>
          ))}
        </ul>
        {removable && names.length > 1 && (
          <button name="mall-pin" value="" className={styles.button}>
            {t('pins.remove-all')}
          </button>
        )}
      </form>
    </section>
  )
}

const bold = (children: ReactNode) => <b>{children}</b>

function Remove({ name }: { name: string }) {
  const t = useMessages()
  return (
    <button
      name="mall-pin"
      value={`${name}@`}
      aria-label={t('pins.remove.label', { name })}
      className={styles.button}
    >
      {t('pins.remove')}
    </button>
  )
}
