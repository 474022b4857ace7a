import { expect, test } from 'vitest'
import { searchOf } from './search.ts'

test('a page gets its own parameters, the last of a repeated one, and none of the shell’s', () => {
  const { searchParams } = new URL('http://mall.test/c/mugs?q=a&q=b&flash=x&mall-pin=cart@1.5.0&empty=')
  expect(searchOf(searchParams)).toEqual({ q: 'b', empty: '' })
  expect(searchOf(new URLSearchParams('__proto__=x'))).not.toHaveProperty('x')
})

test('a page gets no parameters of campaigns, and every other', () => {
  const ofCampaigns = 'utm_source=a&utm_id=b&gclid=c&gad_source=1&gbraid=d&fbclid=e&msclkid=f&mc_eid=g&_gl=h'
  expect(searchOf(new URLSearchParams(`${ofCampaigns}&color=red&utm=x&glid=y&medium=z`))).toEqual({
    color: 'red',
    utm: 'x',
    glid: 'y',
    medium: 'z',
  })
})
