import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { TestProject } from 'vitest/node'

import { openOpensearch } from './engines/opensearch.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    opensearchUrl: string
  }
}

/** vitest's globalSetup: starts one OpenSearch node for the whole run in a temporary folder. */
export default async function testOpensearch(project: TestProject): Promise<() => Promise<void>> {
  const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-opensearch-'))
  const { url, part } = await openOpensearch({ stateDir, logDir: stateDir, secret: 'test' })
  project.provide('opensearchUrl', url)
  return async () => {
    await part?.stop()
    rmSync(stateDir, { recursive: true, force: true })
  }
}
