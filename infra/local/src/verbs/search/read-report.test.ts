import { expect, test } from 'vitest'
import type { LoggedQuery } from '../../remote-search.ts'
import { readReport } from './read-report.ts'

const logged = (query: string, more: Partial<LoggedQuery> = {}): LoggedQuery => ({
  query,
  locale: 'en',
  searches: 7,
  withoutResults: 0,
  clicked: 2,
  added: 1,
  bought: 0,
  clickedPosition: 1.5,
  total: 12,
  correctedTo: '',
  ...more,
})

const empty = { top: [], withoutResults: [], withFewClicks: [] }

test('a report is a table for each list', async () => {
  const sum = logged('', { searches: 8, withoutResults: 1 })
  const none = logged('zebedee', { searches: 1, withoutResults: 1, clickedPosition: undefined, total: 0 })
  const getReport = () =>
    Promise.resolve({ sum, top: [logged('lamp'), none], withoutResults: [none], withFewClicks: [] })
  const { lines } = await readReport({ getReport }, {})
  expect(lines).toEqual([
    '8 searches of shoppers who agreed to their being kept, in 30 days: 1 without results, 2 led to a product, 1 to the cart, 0 to an order',
    '',
    'most searched for',
    'query    locale  searches  none  results  clicked  place  added  bought',
    'lamp     en             7     0       12        2    1.5      1       0',
    'zebedee  en             1     1        0        2      –      1       0',
    '',
    'without results',
    'query    locale  searches  none  results  clicked  place  added  bought',
    'zebedee  en             1     1        0        2      –      1       0',
    '',
    'with few clicks (5 searches with results or more, less than a fifth clicked): none',
  ])
})

test('a query writes nothing to the screen but its letters', async () => {
  const top = [logged('lamp\u001b[2J\n\u202egnp', { correctedTo: 'la\u0007mp' })]
  const getReport = () => Promise.resolve({ ...empty, sum: logged(''), top })
  const { lines } = await readReport({ getReport }, {})
  expect(lines[4]).toMatch(/^lamp·\[2J··gnp → la·mp {2}en /)
})

test('days and language are asked for; other numbers of days are refused', async () => {
  const asked: object[] = []
  const getReport = (wanted: object) => {
    asked.push(wanted)
    return Promise.resolve({ ...empty, sum: logged('') })
  }
  await readReport({ getReport }, { days: '7', locale: 'de' })
  expect(asked).toEqual([{ days: 7, locale: 'de' }])
  for (const days of ['0', '91', '1.5', 'a week'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await expect(readReport({ getReport }, { days })).rejects.toMatchObject({ reason: 'INVALID' })
})
