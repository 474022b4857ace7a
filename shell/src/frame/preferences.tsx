import type { Consent } from '@mallhive/contracts/consents'
import { localeEntry } from '@mallhive/contracts/locales'
import type { Locale } from '@mallhive/contracts/locales'
import { currencies, currencyCodes } from '@mallhive/contracts/currencies'
import { useShell } from '@mallhive/mfe-kit'
import { useId, useState } from 'react'
import type { SubmitEvent } from 'react'
import { useMessages } from '../messages.ts'
import styles from './preferences.module.css'
import { useKeptInput } from './use-kept-input.ts'

export type Theme = 'light' | 'dark'

const themes = [
  ['', 'preferences.theme.system'],
  ['light', 'preferences.theme.light'],
  ['dark', 'preferences.theme.dark'],
] as const

const sharings = [
  ['', 'preferences.diagnostics.on', 'on', 'preferences.diagnostics.on.more'],
  ['off', 'preferences.diagnostics.off', 'off', 'preferences.diagnostics.off.more'],
] as const

const searches = [
  ['on', 'preferences.searches.on'],
  ['', 'preferences.searches.off'],
] as const

/** Whether documents report errors and timings; `refused` when the browser sends GPC or Do Not Track. */
export type Sharing = 'on' | 'off' | 'refused'

interface PreferencesProps {
  theme?: Theme
  sharing: Sharing
  consents: readonly Consent[]
  /** The locales that the visitor may choose. */
  locales: Locale[]
}

/** Forms for language, currency, theme and sharing of this browser. They work without JavaScript. */
export function Preferences({ theme, sharing, consents, locales }: PreferencesProps) {
  const t = useMessages()
  const { currency, lang } = useShell()
  const [chosen, setChosen] = useState<string>(theme ?? '')
  const [problem, setProblem] = useState<'form.cookies-refused' | 'form.unreachable'>()
  const submitKept = useKeptInput()
  const searchesId = useId()

  /** A browser that refuses cookies would show the page again as it was. */
  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    if (navigator.cookieEnabled) return leave(event)
    event.preventDefault()
    setProblem('form.cookies-refused')
  }

  /**
   * Loads the page anew, unless the browser is offline and would show its own error page. The server does not see the fragment of
   * the page; browsers keep the one of a form's action through the redirect.
   */
  function leave(event: SubmitEvent<HTMLFormElement>) {
    setProblem(navigator.onLine ? undefined : 'form.unreachable')
    if (!navigator.onLine) return event.preventDefault()
    event.currentTarget.action = `/_mall/preferences${location.hash}`
    submitKept(event)
  }

  /** Applies the theme at once; the cookie applies it to later documents. */
  function onTheme(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setProblem(navigator.cookieEnabled ? undefined : 'form.cookies-refused')
    const { submitter } = event.nativeEvent
    const value = submitter instanceof HTMLButtonElement ? submitter.value : ''
    setChosen(value)
    if (value) document.documentElement.dataset['theme'] = value
    else delete document.documentElement.dataset['theme']
    fetch('/_mall/preferences', { method: 'POST', body: new URLSearchParams({ theme: value }) }).catch(() =>
      setProblem('form.unreachable'),
    )
  }

  return (
    <div className={styles.preferences}>
      {locales.length > 1 && (
        <form
          method="post"
          action="/_mall/preferences"
          className={styles.group}
          aria-label={t('preferences.language')}
          onSubmit={leave}
        >
          {locales.map((locale) => (
            <button
              key={locale}
              name="locale"
              value={locale}
              lang={locale}
              dir={localeEntry(locale).dir}
              aria-pressed={locale === lang}
            >
              {localeEntry(locale).name}
            </button>
          ))}
        </form>
      )}
      <form
        method="post"
        action="/_mall/preferences"
        className={styles.group}
        aria-label={t('preferences.currency')}
        onSubmit={onSubmit}
      >
        {currencyCodes.map((code) => (
          <button
            key={code}
            name="currency"
            value={code}
            aria-pressed={code === currency}
            title={t('preferences.currency.name', { currency: code })}
          >
            {currencies[code].sign} {code}
          </button>
        ))}
      </form>
      <form
        method="post"
        action="/_mall/preferences"
        className={styles.group}
        aria-label={t('preferences.theme')}
        onSubmit={onTheme}
      >
        {themes.map(([value, label]) => (
          <button key={value} name="theme" value={value} aria-pressed={value === chosen}>
            {t(label)}
          </button>
        ))}
      </form>
      {sharing !== 'refused' && (
        <form
          method="post"
          action="/_mall/preferences"
          className={styles.group}
          aria-label={t('preferences.diagnostics')}
          onSubmit={onSubmit}
        >
          {sharings.map(([value, label, meaning, more]) => (
            <button
              key={value}
              name="metrics"
              value={value}
              aria-pressed={meaning === sharing}
              title={t(more)}
            >
              {t(label)}
            </button>
          ))}
        </form>
      )}
      <div className={styles.searches}>
        {sharing !== 'refused' && (
          <form
            method="post"
            action="/_mall/preferences"
            className={styles.group}
            aria-label={t('preferences.searches')}
            aria-describedby={searchesId}
            onSubmit={onSubmit}
          >
            {searches.map(([value, label]) => (
              <button
                key={value}
                name="searches"
                value={value}
                aria-pressed={(value === 'on') === consents.includes('searches')}
              >
                {t(label)}
              </button>
            ))}
          </form>
        )}
        <p id={searchesId}>
          {t(sharing === 'refused' ? 'preferences.searches.refused' : 'preferences.searches.more')}
        </p>
      </div>
      {problem && (
        <p role="alert" className={styles.problem}>
          {t(problem)}
        </p>
      )}
    </div>
  )
}
