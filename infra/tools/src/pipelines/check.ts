import { validate } from 'dockerfile-utils'

import type { Outcome } from '../outcome.ts'
import { fromDebian, onPath } from '../tools.ts'
import { buildspecs, dockerfiles, jenkinsfile, read, readWorkflow, scripts, workflows } from './files.ts'
import { commandsOf, lintBuildspec } from './lint-buildspec.ts'
import { lintDockerfile } from './lint-dockerfile.ts'
import { commandsIn, lintJenkinsfile } from './lint-jenkinsfile.ts'
import { lintActions, lintCommands, lintScripts } from './lint-shell.ts'
import { lintWorkflow } from './lint-workflow.ts'
import { scanLicences } from './scan-licences.ts'
import { scanSecrets } from './scan-secrets.ts'

/** Checks the pipelines, the scripts that they call, and Dockerfiles, as far as that goes without running them; looks for secrets. */
export async function checkPipelines(): Promise<Outcome> {
  const shellcheck = onPath('shellcheck') ?? fromDebian('shellcheck', 'usr/bin/shellcheck')
  const failures = [
    ...lintActions(`{${workflows.join()}}`),
    ...workflows.flatMap((file) => lintWorkflow(file, read(file))),
    ...workflows.flatMap((file) => lintCommands(shellcheck, file, runsOf(read(file)))),
    ...buildspecs.flatMap((file) => lintBuildspec(file, read(file))),
    ...buildspecs.flatMap((file) => lintCommands(shellcheck, file, commandsOf(read(file)))),
    ...lintJenkinsfile(jenkinsfile, read(jenkinsfile)),
    ...lintCommands(shellcheck, jenkinsfile, commandsIn(read(jenkinsfile))),
    ...(shellcheck ? lintScripts(shellcheck, scripts) : []),
    ...dockerfiles.flatMap((file) => [
      ...validate(read(file)).map((problem) => `${file}: ${JSON.stringify(problem)}`),
      ...lintDockerfile(file, read(file)),
    ]),
  ]
  const all = [...failures, ...(await scanSecrets()), ...scanLicences()]
  return {
    counts: { pipelines: workflows.length + buildspecs.length + 1, lintErrors: all.length },
    failures: all,
    notRun: shellcheck ? [] : ['scripts of pipelines: shellcheck, from Debian'],
  }
}

const runsOf = (text: string): string[] =>
  Object.values(readWorkflow(text).jobs).flatMap(({ steps = [] }) => steps.flatMap(({ run }) => run ?? []))
