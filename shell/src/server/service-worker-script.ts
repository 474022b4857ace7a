import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { defaultLocale, isLocale, type Locale, localeEntry, localPath } from '@mallhive/contracts/locales'
import { serviceWorker, unregisterServiceWorker } from '../../service-worker/service-worker.ts'

const shellFolder = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, shellFolder), 'utf8')

const template = read('service-worker/offline.html')

const locales = readdirSync(new URL('messages/offline/', shellFolder))
  .map((file) => basename(file, '.json'))
  .filter(isLocale)

/** The offline page of each locale, by the first segment of the locale's addresses; the default locale has an empty one. */
const offlinePages = Object.fromEntries(
  locales.map((locale) => [locale === defaultLocale ? '' : locale, offlinePage(locale)]),
)

const scripts = {
  on: `(${serviceWorker.toString()})(self, ${JSON.stringify(offlinePages)})\n`,
  off: `(${unregisterServiceWorker.toString()})(self)\n`,
}

/** Returns the text of `/service-worker.js`: the service worker, or while it is off a script that removes it from the browser. */
export const serviceWorkerScript = (state: 'on' | 'off' = 'off'): string => scripts[state]

function offlinePage(locale: Locale): string {
  const words: Record<string, string> = {
    ...JSON.parse(read(`messages/offline/${locale}.json`)),
    lang: locale,
    dir: localeEntry(locale).dir,
    homePath: localPath(locale, '/'),
  }
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => words[name] ?? '')
}
