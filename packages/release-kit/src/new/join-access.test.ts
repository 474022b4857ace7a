import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { joinAccess } from './join-access.ts'

const workspace = join(import.meta.dirname, '../../../..')
const lists = [
  'infra/local/src/access/procedures.test.ts',
  'infra/local/package.json',
  'infra/local/tsconfig.json',
  'e2e/journeys/access.spec.ts',
]

function folder(...files: string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'mallhive-access-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const file of files) cpSync(join(workspace, file), join(root, file))
  return root
}

test('a new micro frontend gets the rows of its procedure and its page in this workspace’s tables', () => {
  const root = folder(...lists)
  expect(joinAccess(root, 'gift-cards')).toEqual(lists.map((file) => join(root, file)))
  const added = lists.map((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .filter((line) => /gift-?cards/i.test(line)),
  )
  expect(added).toEqual([
    [
      `import { appRouter as giftCards } from '@mallhive/bff-gift-cards/router'`,
      `  'gift-cards': { router: giftCards, rows: { listPicks: 'query NGASM' } },`,
    ],
    [`    "@mallhive/bff-gift-cards": "workspace:*",`],
    [`      "path": "../../bff/gift-cards"`],
    [`  'GET /gift-cards': ['200'],`],
  ])
})

test('a workspace without these tables is left as it is', () => {
  expect(joinAccess(folder(), 'gift-cards')).toEqual([])
})
