import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { parse } from 'yaml'

import { rootDir } from '../paths.ts'

const find = (glob: string): string[] => globSync(glob, { cwd: rootDir }).toSorted()

/** The pipelines and what they call, as paths in the repository. */
export const workflows = [
  ...find('.github/workflows/*.yml'),
  // Of repositories that teams have of their own.
  'packages/release-kit/template/standalone/.github/workflows/release.yml.tmpl',
]
export const buildspecs = find('infra/pipelines/buildspec.*.yml')
export const jenkinsfile = 'infra/pipelines/Jenkinsfile'
export const scripts = find('infra/pipelines/*.sh')
export const dockerfiles = find('infra/docker/Dockerfile.*')

export const read = (file: string): string => readFileSync(join(rootDir, file), 'utf8')

export type Step = { if?: string; uses?: string; run?: string; env?: Record<string, string> }
export type Job = {
  env?: Record<string, string>
  environment?: string
  permissions?: string | Record<string, string>
  steps?: Step[]
  uses?: string
  'timeout-minutes'?: number
}
export type Workflow = {
  on: string | string[] | Record<string, unknown>
  permissions?: unknown
  defaults?: { run?: { shell?: string } }
  jobs: Record<string, Job>
}
export const readWorkflow = (text: string): Workflow => parse(text) as Workflow
