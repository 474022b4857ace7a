import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { type Part as Started, startChild } from '@mallhive/infra-local/child-process'
import type { PartStage, StagedPart } from '@mallhive/infra-local/mall/part-stage'

import { mall } from '../../../mall.ts'

/** Starts a part from its bundle in an empty working folder. Resolves when it is ready. */
export function startBundle(stage: PartStage, part: StagedPart, dir: string): Promise<Started> {
  const cwd = join(stage.logDir, `${part}.cwd`)
  mkdirSync(cwd, { recursive: true })
  return startChild({
    name: part,
    command: process.execPath,
    args: [join(dir, programOf(part))],
    cwd,
    env: stage.envOf(part),
    logFile: join(stage.logDir, `${part}.log`),
    ready: () => isReady(stage, part),
  })
}

/** The program of a part, in its role's bundle. The shell of previews is the shell with other settings. */
const programOf = (part: StagedPart): string => `${part === 'shell-previews' ? 'shell' : part}.mjs`

/** Whether the part answers that it is ready. */
async function isReady(stage: PartStage, part: StagedPart): Promise<boolean> {
  const { ok } = await fetch(stage.urlOf(part) + mall[part].ready, { signal: AbortSignal.timeout(5000) })
  return ok
}
