import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { type Job, read, readWorkflow } from '../pipelines/files.ts'

/** What a machine has and a workflow does not set: programs, and how they reach the network. */
const ofMachine = /^(PATH|HOME|NODE_EXTRA_CA_CERTS|(https?|no)_proxy)$/i
const ofGitHub = ['GITHUB_REPOSITORY', 'GITHUB_API_URL']
/** What the exchange of GitHub's token for a role gives, and where S3 of this machine is. */
const ofRole = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_REGION',
  'AWS_ENDPOINT_URL',
]

/**
 * Runs the commands of a workflow's jobs for an event, in their order and in a folder, with no more variables than the workflow gives
 * them: `values` has what it may name. Stops at the first command that fails, and returns what that said.
 */
export async function runWorkflow(
  file: string,
  event: 'pull_request' | 'push',
  cwd: string,
  values: Record<string, string>,
): Promise<string | undefined> {
  for (const job of Object.values(readWorkflow(read(file)).jobs)) {
    // oxlint-disable-next-line no-await-in-loop -- one job after the other
    const problem = await runJob(job, event, cwd, values)
    if (problem) return problem
  }
  return undefined
}

async function runJob(
  { env = {}, steps = [] }: Job,
  event: string,
  cwd: string,
  values: Record<string, string>,
): Promise<string | undefined> {
  const pick = (names: string[]) => Object.fromEntries(names.map((name) => [name, values[name] ?? '']))
  const machine = Object.entries(process.env).filter(([name]) => ofMachine.test(name))
  const given = { ...Object.fromEntries(machine), ...pick([...ofGitHub, ...Object.keys(env)]) }
  for (const { if: condition, uses, run, env: more = {} } of steps) {
    if (condition && condition !== `github.event_name == '${event}'`) continue
    if (uses?.startsWith('aws-actions/configure-aws-credentials')) Object.assign(given, pick(ofRole))
    if (!run) continue
    const options = { cwd, env: { ...given, ...pick(Object.keys(more)) }, maxBuffer: 64e6 }
    // oxlint-disable-next-line no-await-in-loop -- one command after the other
    const problem = await promisify(execFile)('bash', ['-ceo', 'pipefail', run], options).then(
      () => undefined,
      (error: { stderr: string }) => `${run.trim()}: ${error.stderr.slice(-1500)}`,
    )
    if (problem) return problem
  }
  return undefined
}
