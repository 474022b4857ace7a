import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { rootDir } from '../paths.ts'
import { eventCatalogue } from './event-catalogue.ts'
import { environment } from './environment.ts'
import { parts } from './parts.ts'
import { whoMayCall } from './who-may-call.ts'

/** Generated documents by their path in the repository. */
export const references: Record<string, () => string> = {
  'docs/contracts/events.md': eventCatalogue,
  'docs/operating/environment.md': environment,
  'docs/operating/parts.md': parts,
  'docs/operating/who-may-call.md': whoMayCall,
}

if (import.meta.main) {
  for (const [path, text] of Object.entries(references)) {
    mkdirSync(join(rootDir, path, '..'), { recursive: true })
    writeFileSync(join(rootDir, path), text())
    console.log(path)
  }
}
