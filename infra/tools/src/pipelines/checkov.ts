import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

import { parse } from 'yaml'

import type { Outcome } from '../outcome.ts'
import { rootDir, sharedCacheDir } from '../paths.ts'
import { read } from './files.ts'

const version = '3.3.30'
const exceptionsFile = 'infra/pipelines/checkov.yaml'
/** What is scanned, by which of Checkov's frameworks. Overlays of Kubernetes are patches of what is scanned here. */
const scans = [
  { folder: '.github', frameworks: ['github_actions'] },
  {
    folder: 'infra',
    frameworks: ['dockerfile', 'kubernetes', 'terraform'],
    options: ['--skip-path', 'kubernetes/overlays'],
  },
]
const quietly = ['--output', 'json', '--quiet', '--compact', '--skip-download']

export type Finding = { check: string; name: string; at: string }
export type Exception = { check: string; at?: string; why: string }

/** Scans what describes images, manifests, workflows and Terraform by Checkov, which needs no account. */
export function scanByCheckov(): Outcome {
  const program = installed()
  if (!program)
    return { notRun: [`misconfigurations: Checkov ${version}, which Python 3 with venv and pip installs`] }
  const findings: Finding[] = []
  for (const { folder, frameworks, options = [] } of scans) {
    const args = ['--directory', folder, '--framework', ...frameworks, ...options, ...quietly]
    const { stdout, stderr } = spawnSync(program, args, {
      cwd: rootDir,
      encoding: 'utf8',
      maxBuffer: 64 << 20,
    })
    const reports = reportsIn(stdout)
    const absent = frameworks.filter((name) => !reports.some(({ check_type }) => check_type === name))
    if (absent.length > 0)
      return { failures: [`Checkov scans no ${absent.join(', ')} in ${folder}: ${stderr.slice(-500)}`] }
    findings.push(...reports.flatMap(findingsIn))
  }
  const failures = unexcepted(findings, parse(read(exceptionsFile)) as Exception[])
  return { counts: { lintErrors: failures.length }, failures }
}

type Report = {
  check_type: string
  results: {
    failed_checks: { check_id: string; check_name: string; file_abs_path: string; resource: string }[]
  }
}

/** Checkov prints one report as an object, several as a list. */
const reportsIn = (output: string): Report[] =>
  /^[[{]/.test(output) ? [JSON.parse(output) as Report | Report[]].flat() : []

const findingsIn = ({ results }: Report): Finding[] =>
  results.failed_checks.map(({ check_id, check_name, file_abs_path, resource }) => ({
    check: check_id,
    name: check_name,
    at: `${relative(rootDir, file_abs_path)} ${resource}`,
  }))

/** Returns findings that no exception means, and exceptions that mean none. */
export function unexcepted(findings: Finding[], exceptions: Exception[]): string[] {
  const means = ({ check, at = '' }: Exception, finding: Finding) =>
    finding.check === check && new RegExp(at).test(finding.at)
  return [
    ...findings
      .filter((finding) => !exceptions.some((exception) => means(exception, finding)))
      .map(({ check, name, at }) => `Checkov ${check}: ${name}: ${at}`),
    ...exceptions
      .filter((exception) => !findings.some((finding) => means(exception, finding)))
      .map(({ check, at = 'anywhere' }) => `${exceptionsFile}: ${check} is not found ${at}`),
  ]
}

/** Returns Checkov's path, installed into the cache of all checkouts, or nothing where that cannot be. */
function installed(): string | undefined {
  const home = join(sharedCacheDir, `checkov-${version}`)
  const program = join(home, 'bin/checkov')
  const complete = join(home, 'complete')
  if (existsSync(complete)) return program
  rmSync(home, { recursive: true, force: true })
  const steps: [string, ...string[]][] = [
    ['python3', '-m', 'venv', home],
    [join(home, 'bin/pip'), 'install', '--quiet', `checkov==${version}`],
  ]
  const works = steps.every(
    ([command, ...args]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0,
  )
  if (!works) return undefined
  writeFileSync(complete, '')
  return program
}
