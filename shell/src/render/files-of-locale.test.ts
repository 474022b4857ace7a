import { expect, test } from 'vitest'
import { filesOfLocale } from './files-of-locale.ts'
import type { HeldRelease } from './host-messages.ts'

const base = '/mfe/home/1.0.0/'

function held(...locales: string[]): HeldRelease {
  const files = ['page', ...locales.map((locale) => `messages-${locale}`)]
  return {
    assigned: {
      id: 'home_1_0_0',
      name: 'home',
      version: '1.0.0',
      base,
      web: 'web/remoteEntry.js',
      exposes: Object.fromEntries(files.map((name) => [name, { js: [`web/${name}.js`], css: [] }])),
      routes: {},
      consumes: [],
    },
    hashes: Object.fromEntries(files.map((name) => [`${base}web/${name}.js`, `sha384-${name}`])),
  }
}

const namesOf = (release: HeldRelease, lang: 'en' | 'de' | 'ar') => {
  const { releases, hashes } = filesOfLocale([release], lang)
  return { exposes: Object.keys(releases['home']?.exposes ?? {}), hashes: Object.values(hashes) }
}

test('a document names the messages of its locale only', () => {
  const release = held('en', 'de')
  expect(namesOf(release, 'de')).toEqual({
    exposes: ['page', 'messages-de'],
    hashes: ['sha384-page', 'sha384-messages-de'],
  })
  expect(namesOf(release, 'en').exposes).toEqual(['page', 'messages-en'])
})

test('a document names an expose’s own messages in its locale, besides those of the release', () => {
  const release = held('en', 'de', 'page-en', 'page-de')
  expect(namesOf(release, 'de').exposes).toEqual(['page', 'messages-de', 'messages-page-de'])
  expect(namesOf(release, 'ar').exposes).toEqual(['page', 'messages-en', 'messages-page-en'])
})

test('a document has the default messages of a release that has none in its locale', () => {
  expect(namesOf(held('en', 'de'), 'ar').exposes).toEqual(['page', 'messages-en'])
  expect(namesOf(held(), 'ar').exposes).toEqual(['page'])
})
