import { type Job, readWorkflow } from './files.ts'

/** Events that strangers cause and whose runs have the rights of the repository. */
const ofStrangers = new Set(['pull_request_target', 'workflow_run', 'issue_comment', 'issues'])

/** Returns what a workflow breaks of the rules that actionlint does not know. */
export function lintWorkflow(file: string, text: string): string[] {
  const { on, permissions, defaults, jobs } = readWorkflow(text)
  const found: string[] = []
  const events = typeof on === 'object' && !Array.isArray(on) ? Object.keys(on) : [on].flat()
  found.push(
    ...events
      .filter((event) => ofStrangers.has(event))
      .map((event) => `runs at ${event}, with the repository's rights at a stranger's word`),
  )
  if (JSON.stringify(permissions) !== '{"contents":"read"}')
    found.push('may do more than read unless a job says so')
  // A token of GitHub ends with its job; every other secret would be a key that lives on.
  if (/\bsecrets\.(?!GITHUB_TOKEN\b)|secrets:\s*inherit/.test(text))
    found.push('uses a secret: take a role by OIDC')
  const commands = Object.values(jobs).flatMap(({ steps = [] }) =>
    steps.flatMap(({ run = '' }) => run.replaceAll(/'[^']*'/g, '')),
  )
  if (defaults?.run?.shell !== 'bash' && commands.some((command) => /[^|]\|[^|]/.test(command)))
    found.push('goes on when a command before a pipe fails: defaults.run.shell is not bash')
  for (const [name, job] of Object.entries(jobs))
    found.push(...lintJob(job).map((problem) => `${name} ${problem}`))
  return found.map((problem) => `${file}: ${problem}`)
}

function lintJob(job: Job): string[] {
  const { steps = [], uses, environment, permissions = {}, 'timeout-minutes': timeout } = job
  const called = [uses, ...steps.map((step) => step.uses)].filter((each) => each !== undefined)
  const rights = Object.entries(permissions)
  return [
    ...(timeout || uses ? [] : ['has no timeout']),
    ...(typeof permissions === 'string' ? [`is given ${permissions}: name the rights`] : []),
    // The trust of a role names the environment.
    ...(rights.some(([name]) => name === 'id-token') && !environment && !uses
      ? ['takes a role outside an environment']
      : []),
    // A tag may be moved to other code.
    ...called
      .filter((each) => !/^\.\/|@[0-9a-f]{40}$/.test(each))
      .map((each) => `uses ${each}, which is not named by its commit`),
  ]
}
