import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { reservedSegments } from '@mallhive/release-kit/gate/reserved-segments'
import { expect, test } from 'vitest'

import { rootDir } from '../paths.ts'

test('the gate refuses pages at every path that the edge routes past the shell', () => {
  const { routes }: { routes: { path: string; origin: string }[] } = JSON.parse(
    readFileSync(join(rootDir, 'infra/edge/routes.json'), 'utf8'),
  )
  const kept = routes.filter(({ path }) => path !== '/*').map(({ path }) => path.split('/')[1] ?? '')
  // Paths of files such as robots.txt cannot be page patterns.
  const segments = [...kept.filter((segment) => !segment.includes('.')), '_next']
  expect(reservedSegments).toEqual([...new Set(segments)].toSorted())
})
