import { type Job, readWorkflow } from './files.ts'

/** Returns what a workflow breaks of the rules that actionlint does not know. */
export function lintWorkflow(file: string, text: string): string[] {
  const { permissions, defaults, jobs } = readWorkflow(text)
  const found: string[] = []
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

function lintJob({ steps = [], uses, 'timeout-minutes': timeout }: Job): string[] {
  const called = [uses, ...steps.map((step) => step.uses)].filter((each) => each !== undefined)
  return [
    ...(timeout || uses ? [] : ['has no timeout']),
    ...called.filter((each) => !/^\.\/|@v\d/.test(each)).map((each) => `uses ${each} without a version`),
  ]
}
