import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, oklch, tokensOf } from './contrast.ts'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const light = tokensOf(css, "[data-theme='light']")
const dark = tokensOf(css, "[data-theme='dark']")
const darkByPreference = tokensOf(css, ":root:not([data-theme='light'])")

const textPairs = [
  ...['ink', 'ink-soft', 'accent-text', 'berry', 'leaf'].flatMap((text) =>
    ['paper', 'paper-raised', 'paper-sunken'].map((ground) => [text, ground] as const),
  ),
  ...['accent-soft', 'berry-soft', 'leaf-soft'].flatMap((ground) => [
    ['ink', ground] as const,
    ['ink-soft', ground] as const,
  ]),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-hover'],
  ['accent-text', 'accent-soft'],
  ['berry-ink', 'berry'],
  ['berry-ink', 'berry-hover'],
  ['berry', 'berry-soft'],
  ['leaf-ink', 'leaf'],
  ['leaf', 'leaf-soft'],
] as const

const controlPairs = ['paper', 'paper-raised', 'paper-sunken'].flatMap((ground) => [
  ['line-control', ground] as const,
  ['focus', ground] as const,
])

const hues = Array.from({ length: 36 }, (_, index) => index * 10)
const grounds = ['cell', 'cell-top', 'cell-deep']

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_, tokens) => {
  const colour = (name: string) => oklch(tokens[name] ?? `${name} is missing`)

  test.each(textPairs)('%s can be read on %s', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(controlPairs)('%s can be seen on %s', (line, ground) => {
    expect(contrast(colour(line), colour(ground))).toBeGreaterThanOrEqual(3)
  })

  test.each(hues)('text can be read on cells of hue %d', (hue) => {
    const cell = (name: string) => oklch(`oklch(${tokens[`${name}-l`]} ${tokens[`${name}-c`]} ${hue})`)
    for (const ground of grounds) {
      expect(contrast(colour('ink'), cell(ground))).toBeGreaterThanOrEqual(4.5)
      expect(contrast(cell('cell-ink'), cell(ground))).toBeGreaterThanOrEqual(4.5)
      expect(contrast(colour('focus'), cell(ground))).toBeGreaterThanOrEqual(3)
    }
    expect(contrast(colour('ink-soft'), cell('cell'))).toBeGreaterThanOrEqual(4.5)
  })
})

test('the dark theme is the same by the shopper’s choice and by the system’s', () => {
  expect(darkByPreference).toEqual(dark)
})
