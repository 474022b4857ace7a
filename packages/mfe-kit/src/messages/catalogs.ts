import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { allLocales, defaultLocale, isLocale, localeEntry } from '@mallhive/contracts/locales'
import type { Locale } from '@mallhive/contracts/locales'
import { TYPE } from '@formatjs/icu-messageformat-parser'
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { compileMessage, parseMessage } from './compile.ts'
import type { Catalog } from './compiled-message.ts'
import { messageTypes } from './message-types.ts'
import { differenceOf } from './placeholders.ts'
import { pseudoMessage } from './pseudo.ts'

export { isLocale, liveLocales } from '@mallhive/contracts/locales'

/**
 * The folder of the catalogues, beside `mall.config.ts`. A folder in it, named like an expose, has the catalogues of that expose,
 * which are loaded with it instead of all messages.
 */
export const messagesFolder = 'messages'

/** The folder of the kit, whose messages every BFF has besides its own. */
export const kitFolder = fileURLToPath(new URL('../..', import.meta.url))

/** How a catalogue differs from the default locale's. Such messages are shown in the default locale. */
export interface CatalogGaps {
  /** Keys without a translation. */
  missing: string[]
  /** Keys whose translation has other placeholders, and the difference in words. */
  differing: Record<string, string>
}

type Parsed = Record<string, MessageFormatElement[]>

/** Returns the locales of a folder's catalogues, and pseudo-locales; none without a catalogue of the default locale. */
export function localesIn(root: string): Locale[] {
  const folder = join(root, messagesFolder)
  if (!existsSync(join(folder, `${defaultLocale}.json`))) return []
  const written = readdirSync(folder).flatMap((file) => (file.endsWith('.json') ? file.slice(0, -5) : []))
  const unknown = written.find((name) => !isLocale(name))
  if (unknown) throw new Error(`${messagesFolder}/${unknown}.json: the mall has no locale "${unknown}"`)
  return allLocales.filter((locale) => written.includes(locale) || localeEntry(locale).pseudo)
}

/** Returns the exposes that have catalogues of their own. */
export function exposesWithCatalogs(root: string): string[] {
  if (!existsSync(join(root, messagesFolder))) return []
  const entries = readdirSync(join(root, messagesFolder), { withFileTypes: true })
  return entries.flatMap((entry) => (entry.isDirectory() ? entry.name : []))
}

/**
 * Returns the compiled catalogue of a locale. What it lacks is taken from the default locale.
 * @param expose whose own catalogue, instead of the one for all others @throws Error naming the malformed message
 */
export function compileCatalog(root: string, locale: Locale, expose = ''): Catalog {
  const { original, own } = parsedIn(root, locale, expose)
  const messages = Object.entries(original).map(([key, elements]) => {
    const translation = own[key]
    const isTranslated = translation && !differenceOf(elements, translation)
    return [key, compileMessage(isTranslated ? translation : isolated(elements, locale))]
  })
  return {
    locale: localeEntry(locale).pseudo ? defaultLocale : locale,
    messages: Object.fromEntries(messages),
  }
}

/**
 * Returns a message of the default locale as it is shown in another one: isolated where that one runs in the other direction, or
 * a full stop at its end would stand before it.
 */
function isolated(elements: MessageFormatElement[], locale: Locale): MessageFormatElement[] {
  if (localeEntry(locale).dir === localeEntry(defaultLocale).dir) return elements
  return [literal('\u2068'), ...elements, literal('\u2069')]
}

const literal = (value: string): MessageFormatElement => ({ type: TYPE.literal, value })

/** Returns the compiled messages of a BFF's package and of the kit, by locale. What one of them lacks is taken from the default locale. */
export function bffCatalogsOf(root: string): Record<string, Catalog> {
  const found = [...new Set([...localesIn(kitFolder), ...localesIn(root)])]
  const catalogs = found.map((locale) => {
    const { messages, ...catalog } = compileCatalog(kitFolder, locale)
    return [locale, { ...catalog, messages: { ...messages, ...compileCatalog(root, locale).messages } }]
  })
  return Object.fromEntries(catalogs)
}

/** Returns what the catalogues of a locale lack. Keys of an expose's own catalogue begin with its name and a slash. */
export function gapsOf(root: string, locale: Locale): CatalogGaps {
  const gaps = ['', ...exposesWithCatalogs(root)].map((expose) => gapsIn(root, locale, expose))
  return {
    missing: gaps.flatMap(({ missing }) => missing),
    differing: Object.assign({}, ...gaps.map(({ differing }) => differing)),
  }
}

function gapsIn(root: string, locale: Locale, expose: string): CatalogGaps {
  const { original, own } = parsedIn(root, locale, expose)
  const named = (key: string) => (expose ? `${expose}/${key}` : key)
  const missing = Object.keys(original).filter((key) => !own[key])
  const differing = Object.entries(own).flatMap(([key, elements]) => {
    const from = original[key]
    const difference = from ? differenceOf(from, elements) : 'the original has no such message'
    return difference ? [[named(key), difference]] : []
  })
  return { missing: missing.map(named), differing: Object.fromEntries(differing) }
}

/** Writes `messages.d.ts` beside each set of catalogues, the type of its messages, when it has changed. */
export function writeMessageTypes(root: string): void {
  if (localesIn(root).length === 0) return
  for (const expose of ['', ...exposesWithCatalogs(root)]) {
    const file = join(root, messagesFolder, expose, 'messages.d.ts')
    const types = messageTypes(parse(root, defaultLocale, expose))
    if (!existsSync(file) || readFileSync(file, 'utf8') !== types) writeFileSync(file, types)
  }
}

function parsedIn(root: string, locale: Locale, expose: string): { original: Parsed; own: Parsed } {
  const original = parse(root, defaultLocale, expose)
  if (!localeEntry(locale).pseudo) {
    const texts = Object.entries(parse(root, locale, expose))
    // A translator's tool writes an empty text for a message that is not translated yet.
    return {
      original,
      own: Object.fromEntries(texts.filter(([key, text]) => !isBlank(text) || isBlank(original[key] ?? []))),
    }
  }
  const pseudo = Object.entries(original).map(([key, elements]) => [key, pseudoMessage(elements)])
  return { original, own: Object.fromEntries(pseudo) }
}

const isBlank = (elements: MessageFormatElement[]): boolean =>
  elements.every((part) => part.type === TYPE.literal && part.value.trim() === '')

function parse(root: string, locale: Locale, expose: string): Parsed {
  const file = join(messagesFolder, expose, `${locale}.json`)
  if (!existsSync(join(root, file))) return {}
  const texts: Record<string, string> = JSON.parse(readFileSync(join(root, file), 'utf8'))
  const entries = Object.entries(texts).map(([key, text]) => {
    try {
      return [key, parseMessage(text)]
    } catch (cause) {
      throw new Error(
        `${file}: "${key}" is no ICU message: ${cause instanceof Error ? cause.message : String(cause)}`,
        { cause },
      )
    }
  })
  return Object.fromEntries(entries)
}
