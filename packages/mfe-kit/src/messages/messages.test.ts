import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Fragment, createElement } from 'react'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { compileCatalog, gapsOf, localesIn, writeMessageTypes } from './catalogs.ts'
import { catalogModules } from '../preset/base.ts'
import { compileMessage, parseMessage } from './compile.ts'
import { formatMessage } from './format-message.ts'
import type { MessageValues } from './format-message.ts'
import { openTranslators } from './translator.ts'

const asFragment = (nodes: ReactNode[]) => createElement(Fragment, null, ...nodes)

const format = (text: string, values: MessageValues = {}, language = 'en', locale = 'en-IE') => {
  const compiled: unknown = JSON.parse(JSON.stringify(compileMessage(parseMessage(text))))
  // As it travels: through JSON.
  return formatMessage(compiled as ReturnType<typeof compileMessage>, values, {
    language,
    locale,
    join: asFragment,
  })
}

function catalogs(files: Record<string, Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'messages-'))
  mkdirSync(join(root, 'messages'))
  for (const [locale, texts] of Object.entries(files))
    writeFileSync(join(root, `messages/${locale}.json`), JSON.stringify(texts))
  return root
}

test('plurals follow the rules of the language, numbers those of the locale', () => {
  const items = '{count, plural, =0 {nothing} one {# item} other {# items}}'
  expect([0, 1, 2, 1200].map((count) => format(items, { count }))).toEqual([
    'nothing',
    '1 item',
    '2 items',
    '1,200 items',
  ])
  expect(format('{count, plural, one {# Artikel} other {# Artikel}}', { count: 1200 }, 'de', 'de-DE')).toBe(
    '1.200 Artikel',
  )
  const arabic = '{count, plural, two {pair} few {few} many {many} other {other}}'
  expect([2, 3, 11, 100].map((count) => format(arabic, { count }, 'ar', 'ar'))).toEqual([
    'pair',
    'few',
    'many',
    'other',
  ])
  expect(format('{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}', { n: 22 })).toBe('22nd')
})

test('a plural with an offset counts the rest', () => {
  const text = '{n, plural, offset:1 =1 {you} one {you and # other} other {you and # others}}'
  expect([1, 2, 4].map((n) => format(text, { n }))).toEqual(['you', 'you and 1 other', 'you and 3 others'])
})

test('a date is the same in every time zone, so that server and browser render the same', () => {
  const zone = process.env['TZ']
  try {
    // Each in a locale of its own, because formatters are kept.
    for (const [other, locale] of [
      ['Pacific/Kiritimati', 'en-GB'],
      ['Pacific/Honolulu', 'en-ZA'],
    ]) {
      process.env['TZ'] = other
      for (const hour of ['00', '23'])
        expect(format('{d, date, ::d}', { d: new Date(`2026-11-27T${hour}:30:00Z`) }, 'en', locale)).toBe(
          '27',
        )
    }
  } finally {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  }
})

test('values, selects, dates and percents are formatted; quotes escape braces', () => {
  expect(format('{who} has {n, number} of it', { who: 'Ada', n: 1234.5 })).toBe('Ada has 1,234.5 of it')
  expect(format('{kind, select, gift {A gift} other {An order}}', { kind: 'gift' })).toBe('A gift')
  expect(format('{kind, select, gift {A gift} other {An order}}', { kind: '__proto__' })).toBe('An order')
  expect(format('{part, number, percent} off', { part: 0.2 })).toBe('20% off')
  expect(format('{d, date, ::yyyyMMMd}', { d: new Date('2026-11-27T12:00:00Z') })).toBe('27 Nov 2026')
  expect(format("'{'name'}' is written so", {})).toBe('{name} is written so')
})

test('tags wrap their content in any order, and values never become markup', () => {
  const b = (children: ReactNode) => createElement('b', null, children)
  const rich = format('Only <b>{name}</b> sees it', { b, name: '<i>x</i>' })
  expect(renderToStaticMarkup(rich)).toBe('Only <b>&lt;i&gt;x&lt;/i&gt;</b> sees it')
  expect(format('Only {name}', { name: '<b>x</b>' })).toBe('Only <b>x</b>')
})

test('what a catalogue lacks, or says with other placeholders, comes from the default locale', () => {
  const root = catalogs({
    en: { a: 'Hello {name}', b: '{n, plural, one {# item} other {# items}}', c: 'Only here' },
    de: { a: 'Hallo {nmae}', b: '{n, number} Artikel', d: 'Zu viel' },
  })
  expect(compileCatalog(root, 'de').messages).toEqual({
    a: ['Hello ', ['name']],
    b: [['n', 'number', {}], ' Artikel'],
    c: 'Only here',
  })
  expect(gapsOf(root, 'de')).toEqual({
    missing: ['c'],
    differing: { a: 'it lacks {name}', d: 'the original has no such message' },
  })
})

test('a message of the default locale is isolated in a locale that runs in the other direction', () => {
  const root = catalogs({ en: { a: 'Hello.', b: 'Bye {name}.' }, de: {}, ar: { a: 'أهلًا.' } })
  const { a, b } = compileCatalog(root, 'ar').messages
  expect(a).toBe('أهلًا.')
  expect(b && formatMessage(b, { name: 'Ada' }, { language: 'ar', locale: 'ar', join: asFragment })).toBe(
    '\u2068Bye Ada.\u2069',
  )
  expect(compileCatalog(root, 'de').messages['a']).toBe('Hello.')
})

test.each([
  ['en', 'ar', '\u2068Bye Ada.\u2069', '\u2068<b>Bye</b>\u2069'],
  ['en', 'de-DE', 'Bye Ada.', '<b>Bye</b>'],
  ['ar', 'ar', 'Bye Ada.', '<b>Bye</b>'],
])(
  'a message in %s is isolated on a page for %s if that runs in the other direction',
  (locale, page, text, markup) => {
    const messages = {
      text: compileMessage(parseMessage('Bye {name}.')),
      tag: compileMessage(parseMessage('<b>Bye</b>')),
    }
    const t = openTranslators(asFragment).of<Record<string, (values: MessageValues) => ReactNode>>(
      { locale, messages },
      page,
    )
    expect(t('text', { name: 'Ada' })).toBe(text)
    expect(renderToStaticMarkup(t('tag', { b: (inner) => createElement('b', null, inner) }))).toBe(markup)
  },
)

test.each([
  [
    '{n, plural, one {a} other {b}}',
    '{n, select, one {a} other {b}}',
    '{n} is a select, and a plural in the original',
  ],
  ['{d, date}', '{d}', '{d} is a text, and a date in the original'],
  ['<b>x</b>', 'x', 'it lacks {b}'],
  ['x', '{y}', 'it has {y}, which the original has not'],
  [
    '{n, plural, one {a} other {b}}',
    '{n, selectordinal, one {a} other {b}}',
    '{n} is a ordinal, and a plural in the original',
  ],
  ['{n, number, percent}', '{n, number}', '{n} is a number, and a percent in the original'],
  ['{d, date}', '{d, time}', '{d} is a time, and a date in the original'],
  [
    '{state, select, open {Open} other {Closed}}',
    '{state, select, offen {Offen} other {Geschlossen}}',
    'it has the option state: offen, which the original has not',
  ],
  ['{s, select, a {A} b {B} other {C}}', '{s, select, a {A} other {C}}', 'it lacks the option s: b'],
  [
    '{n, plural, one {# cup of {shop}} other {# cups of {shop}}}',
    '{n, plural, one {# Tasse von {shop}} other {# Tassen}}',
    'its form for "other" lacks {shop}',
  ],
  [
    '{n, plural, one {# item} other {# items}}',
    '{n, plural, offset:1 one {# Artikel} other {# Artikel}}',
    'it formats n less 1, and the original does not',
  ],
  [
    '{n, number} of 5',
    '{n, number, ::scale/100} von 5',
    'it formats n as scale 100, and the original does not',
  ],
  ['{n, number, ::currency/EUR}', '{n, number}', 'it does not format n as currency EUR'],
  ['<link>Sign in</link> first', 'Melde dich an<link> </link>', '<link> has no text'],
])('%s may not become %s', (en, de, difference) => {
  expect(gapsOf(catalogs({ en: { a: en }, de: { a: de } }), 'de').differing).toEqual({ a: difference })
})

test.each([
  ['{n, plural, one {a} other {b}}', '{n}'],
  ['{n, plural, one {a} other {b}}', '{n, number}'],
  ['{n, number}', '{n, plural, one {a} other {b}}'],
  ['{n, plural, one {a {x}} other {b {x}}}', '{n, plural, one {a} other {b {x}}}'],
])('%s may become %s', (en, de) => {
  expect(gapsOf(catalogs({ en: { a: en }, de: { a: de } }), 'de').differing).toEqual({})
})

test('an empty text is no translation', () => {
  const root = catalogs({ en: { a: 'We open at nine', b: '' }, de: { a: ' ', b: '' } })
  expect(gapsOf(root, 'de')).toEqual({ missing: ['a'], differing: {} })
  expect(compileCatalog(root, 'de').messages).toEqual({ a: 'We open at nine', b: '' })
})

test('the pseudo-locale exists without a file, keeps placeholders and is 40 % longer', () => {
  const root = catalogs({ en: { a: 'Add {name} to cart', b: '{n, plural, one {# item} other {# items}}' } })
  expect(localesIn(root)).toEqual(['en', 'en-xa'])
  const { messages } = compileCatalog(root, 'en-xa')
  expect(messages['a']).toEqual(['Åđđ·· ', ['name'], ' ţö çåŕţ···'])
  expect(gapsOf(root, 'en-xa')).toEqual({ missing: [], differing: {} })
})

test('a malformed message and an unknown locale name their file', () => {
  expect(() => compileCatalog(catalogs({ en: { a: '{n, plural, one {x}}' } }), 'en')).toThrow(
    /messages\/en\.json: "a"/,
  )
  expect(() => localesIn(catalogs({ en: {}, klingon: {} }))).toThrow(/messages\/klingon\.json/)
})

test('an expose may have catalogues of its own, which belong to what a locale lacks', () => {
  const root = catalogs({ en: { a: 'A' }, de: { a: 'A' } })
  mkdirSync(join(root, 'messages/footer'))
  writeFileSync(join(root, 'messages/footer/en.json'), JSON.stringify({ cart: 'Cart', shops: 'Shops' }))
  writeFileSync(join(root, 'messages/footer/de.json'), JSON.stringify({ cart: 'Warenkorb' }))
  expect(compileCatalog(root, 'de', 'footer').messages).toEqual({ cart: 'Warenkorb', shops: 'Shops' })
  expect(compileCatalog(root, 'de').messages).toEqual({ a: 'A' })
  expect(gapsOf(root, 'de').missing).toEqual(['footer/shops'])
  expect(catalogModules(root)).toMatchObject({
    'messages-de': './messages/de.json?locale=de',
    'messages-footer-de': './messages/footer/de.json?locale=de',
  })
})

test('the written types name every placeholder', () => {
  const root = catalogs({
    en: { 'a.b': 'Hi', c: '<link>{n, plural, other {#}}</link> by {who} on {d, date}' },
  })
  writeMessageTypes(root)
  const types = readFileSync(join(root, 'messages/messages.d.ts'), 'utf8')
  expect(types).toContain('"a.b": () => string')
  expect(types).toContain(
    '"c": (values: { link: (children: ReactNode) => ReactNode; n: number; who: string | number; d: Date | number }) => ReactNode',
  )
})
