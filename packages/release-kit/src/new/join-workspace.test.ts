import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { joinWorkspace } from './join-workspace.ts'

test('a new micro frontend gets its row below the others in the ownership map, not in another table', () => {
  const root = mkdtempSync(join(tmpdir(), 'mallhive-map-'))
  const map = ['| home | `mfe-home` `bff/home` | `/` | `footer` |', '| platform | `shell` | | |']
  const other = ['', '| to add | write |', '| a page | `mfe-*/src/exposes` |', '']
  writeFileSync(join(root, 'README.md'), [...map, ...other].join('\n'))
  writeFileSync(join(root, 'tsconfig.json'), '{"references":[{"path":"mfe-home"},{"path":"shell"}]}')
  joinWorkspace(root, 'gift-cards', 'Gift cards')
  const lines = readFileSync(join(root, 'README.md'), 'utf8').split('\n')
  rmSync(root, { recursive: true })
  expect(lines).toEqual([
    map[0],
    '| gift cards | `mfe-gift-cards` `bff/gift-cards` | `/gift-cards` | `picks` |',
    map[1],
    ...other,
  ])
})
