import { expect, test } from 'vitest'
import { lookUpLocale } from './look-up-locale.ts'

const offered = ['en', 'de', 'pt-br', 'zh-hans', 'sr-latn'] as const

test.each([
  ['de-AT,de;q=0.9,en;q=0.5', 'de'],
  ['fr, en;q=0.4, de;q=0.8', 'de'],
  ['pt-BR', 'pt-br'],
  ['pt-BR-abl1943', 'pt-br'],
  ['pt-PT,pt;q=0.9,en;q=0.8', 'pt-br'],
  ['pt', 'pt-br'],
  ['zh-CN', 'zh-hans'],
  ['zh-Hans-SG', 'zh-hans'],
  ['fr-FR, x-klingon, *;q=0.1', undefined],
  ['de;q=0', undefined],
  ['', undefined],
  ['en_GB, de-, -', undefined],
  [`${'x,'.repeat(5000)}de`, undefined],
])('of “%s” a browser is shown %s', (header, locale) => {
  expect(lookUpLocale(header, offered)).toBe(locale)
})

test.each([
  ['zh-TW', 'zh-hans'],
  ['sr', 'sr-latn'],
])('a reader of %s is not shown the script of %s', (header) => {
  expect(lookUpLocale(`${header}, de;q=0.1`, offered)).toBe('de')
})

test('the region that is asked for comes before another one', () => {
  expect(lookUpLocale('pt-BR', ['pt-pt', 'pt-br'])).toBe('pt-br')
  expect(lookUpLocale('pt-AO', ['pt-pt', 'pt-br'])).toBe('pt-pt')
})
