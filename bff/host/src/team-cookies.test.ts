import { expect, test } from 'vitest'
import { openTeamCookies } from './team-cookies.ts'

const origin = 'http://localhost:4000'
const cookie = (name: string, value = 'x', maxAgeSeconds = 60) => ({ name, value, maxAgeSeconds })
const header = (count: number, value = 'x', mfe = 'team') =>
  Array.from({ length: count }, (_, n) => `bff_${mfe}_c${n}=${value}`).join('; ')

test('the cookies that a browser holds of a micro frontend count, those of others do not', () => {
  const cookies = openTeamCookies('team', `${header(7)}; ${header(8, 'x', 'other')}`, origin)
  expect([cookies.set(cookie('new')), cookies.set(cookie('newer')), cookies.set(cookie('c0', 'y'))]).toEqual([
    true,
    false,
    true,
  ])
  expect(cookies.toSet().map((value) => value.split(';')[0])).toEqual(['bff_team_new=x', 'bff_team_c0=y'])
})

test('removing a cookie makes room for another', () => {
  const cookies = openTeamCookies('team', header(8), origin)
  expect([cookies.set(cookie('new')), cookies.set(cookie('c0', '', 0)), cookies.set(cookie('new'))]).toEqual([
    false,
    true,
    true,
  ])
})

test('a micro frontend’s cookies have at most 3 kB together', () => {
  const cookies = openTeamCookies('team', header(1, 'x'.repeat(2000)), origin)
  expect([cookies.set(cookie('new', 'x'.repeat(1500))), cookies.set(cookie('new', 'x'.repeat(900)))]).toEqual(
    [false, true],
  )
})

test('no cookie makes the header so long that a part of the mall would refuse it', () => {
  const others = ['a', 'b', 'c', 'd'].map((mfe) => header(1, 'x'.repeat(2400), mfe)).join('; ')
  const cookies = openTeamCookies('team', others, origin)
  expect([cookies.set(cookie('new', 'x'.repeat(400))), cookies.set(cookie('new', 'x'.repeat(100)))]).toEqual([
    false,
    true,
  ])
})
