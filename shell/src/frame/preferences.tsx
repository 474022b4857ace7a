'use client'
import { useShell } from '@mallhive/mfe-kit'
import { useState } from 'react'
import type { SubmitEvent } from 'react'
import styles from './preferences.module.css'

export type Theme = 'light' | 'dark'

const currencies = [
  ['EUR', 'Euro', '€'],
  ['USD', 'US dollar', '$'],
] as const

const themes = [
  ['', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const

/** Currency and theme, for this browser. Plain forms: they work without JavaScript. */
export function Preferences({ theme }: { theme?: Theme }) {
  const { currency } = useShell()
  const [chosen, setChosen] = useState<string>(theme ?? '')

  /** The colours change at once; the cookie makes the next document start with them. */
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
        {currencies.map(([code, name, sign]) => (
          <button key={code} name="currency" value={code} aria-pressed={code === currency} title={name}>
            {sign} {code}
          </button>
        ))}
      </form>
      <form
        method="post"
        action="/_mall/preferences"
        className={styles.group}
        aria-label="Colours"
        onSubmit={onTheme}
      >
        {themes.map(([value, label]) => (
          <button key={value} name="theme" value={value} aria-pressed={value === chosen}>
            {label}
          </button>
        ))}
      </form>
    </div>
  )
}
