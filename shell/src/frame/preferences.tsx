import { currencies, currencyCodes } from '@mallhive/contracts/currencies'
import { useShell } from '@mallhive/mfe-kit'
import { useState } from 'react'
import type { SubmitEvent } from 'react'
import styles from './preferences.module.css'

export type Theme = 'light' | 'dark'

const themes = [
  ['', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const

const sharings = [
  ['', 'Share diagnostics', 'on', 'Page speed and errors, never who you are'],
  ['off', 'Don’t share', 'off', 'No diagnostics are sent'],
] as const

/** Whether documents report errors and timings; `refused` when the browser sends GPC or Do Not Track. */
export type Sharing = 'on' | 'off' | 'refused'

/** Forms for currency, theme and sharing of this browser. They work without JavaScript. */
export function Preferences({ theme, sharing }: { theme?: Theme; sharing: Sharing }) {
  const { currency } = useShell()
  const [chosen, setChosen] = useState<string>(theme ?? '')

  /** Applies the theme at once; the cookie applies it to later documents. */
  function onTheme(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const { submitter } = event.nativeEvent
    const value = submitter instanceof HTMLButtonElement ? submitter.value : ''
    setChosen(value)
    if (value) document.documentElement.dataset['theme'] = value
    else delete document.documentElement.dataset['theme']
    void fetch('/_mall/preferences', { method: 'POST', body: new URLSearchParams({ theme: value }) })
  }

  return (
    <div className={styles.preferences}>
      <form method="post" action="/_mall/preferences" className={styles.group} aria-label="Currency">
        {currencyCodes.map((code) => (
          <button
            key={code}
            name="currency"
            value={code}
            aria-pressed={code === currency}
            title={currencies[code].name}
          >
            {currencies[code].sign} {code}
          </button>
        ))}
      </form>
      <form
        method="post"
        action="/_mall/preferences"
        className={styles.group}
        aria-label="Theme"
        onSubmit={onTheme}
      >
        {themes.map(([value, label]) => (
          <button key={value} name="theme" value={value} aria-pressed={value === chosen}>
            {label}
          </button>
        ))}
      </form>
      {sharing !== 'refused' && (
        <form method="post" action="/_mall/preferences" className={styles.group} aria-label="Diagnostics">
          {sharings.map(([value, label, meaning, more]) => (
            <button key={value} name="metrics" value={value} aria-pressed={meaning === sharing} title={more}>
              {label}
            </button>
          ))}
        </form>
      )}
    </div>
  )
}
