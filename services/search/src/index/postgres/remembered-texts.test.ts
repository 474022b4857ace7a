import { expect, test } from 'vitest'
import { rememberTexts } from './remembered-texts.ts'

const found = (state: string) => ({ state, isEnough: true, counts: undefined })

test('of many texts those that were asked for last are remembered', () => {
  const texts = rememberTexts()
  texts.keep('lamp', found('1'))
  texts.keep('mug', found('1'))
  for (let n = 0; n < 499; n++) {
    texts.keep(`text ${n}`, found('1'))
    texts.of('lamp')
  }
  expect([texts.of('lamp'), texts.of('mug')]).toEqual([found('1'), undefined])
})

test('of one text the state kept last is known', () => {
  const texts = rememberTexts()
  texts.keep('lamp', found('1'))
  texts.keep('lamp', found('2'))
  expect(texts.of('lamp')).toEqual(found('2'))
})
