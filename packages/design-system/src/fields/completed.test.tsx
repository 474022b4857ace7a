import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { completed } from './completed.tsx'

test.each([
  ['teapot', 'tea', 'tea<b>pot</b>'],
  ['Teapots and cups', 'tea', 'Tea<b>pots and cups</b>'],
  ['The Tearoom', 'big tea', 'The Tea<b>room</b>'],
  ['Steamer', 'tea', '<b></b>Steamer'],
  ['Öle & Essig', 'öl', 'Öl<b>e &amp; Essig</b>'],
  ['mug', 'mug (', '<b></b>mug'],
])('of “%s” for the text “%s”, the part that completes it is marked', (label, typed, html) => {
  expect(renderToStaticMarkup(completed(label, typed))).toBe(html)
})
