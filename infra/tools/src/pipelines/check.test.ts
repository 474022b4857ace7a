import { expect, test } from 'vitest'

import { checkPipelines } from './check.ts'
import { read, jenkinsfile } from './files.ts'
import { lintBuildspec } from './lint-buildspec.ts'
import { lintJenkinsfile } from './lint-jenkinsfile.ts'
import { lintWorkflow } from './lint-workflow.ts'

test('pipelines, their scripts and Dockerfiles have no errors, and no file a secret', async () => {
  const { counts, failures } = await checkPipelines()
  expect(failures).toEqual([])
  expect(counts?.pipelines).toBeGreaterThanOrEqual(9)
}, 60_000)

const workflow = read('.github/workflows/images.yml')

test.for([
  [
    'a key that lives on',
    'REGISTRY: ${{ vars.REGISTRY }}',
    'REGISTRY: ${{ secrets.AWS_KEY }}',
    'uses a secret',
  ],
  [
    'rights for all jobs',
    'permissions:\n  contents: read',
    'permissions: write-all',
    'may do more than read',
  ],
  ['a job without an end', '    timeout-minutes: 30\n', '', 'release has no timeout'],
  ['a shell that looks at the last command of a pipe', 'shell: bash', 'shell: sh', 'before a pipe fails'],
  [
    'an action by a tag',
    /(actions\/checkout)@\w+/,
    '$1@v5',
    'actions/checkout@v5, which is not named by its',
  ],
  ['an event of strangers', 'on:\n', 'on:\n  pull_request_target:\n', 'runs at pull_request_target'],
  [
    'a job with every right',
    /permissions:\n +contents: read\n +id-token: write/,
    'permissions: write-all',
    'release is given write-all',
  ],
  ['a role without an environment', '    environment: production\n', '', 'outside an environment'],
] as const)('%s in a workflow is refused', ([, text, mistake, reason]) => {
  const changed = workflow.replace(text, mistake)
  expect(changed).not.toBe(workflow)
  expect(lintWorkflow('images.yml', changed)).toEqual([expect.stringContaining(reason)])
})

test.for([
  ['a misspelt section', '      steps {', '      step {', 'stage has no section step'],
  ['a block without an end', /\}\n\}\n$/, '}\n', 'pipeline has no end'],
  ['a pipeline without an agent', 'agent {', 'tools {', 'pipeline has no agent'],
] as const)('%s in the Jenkinsfile is refused', ([, text, mistake, reason]) => {
  const changed = read(jenkinsfile).replace(text, mistake)
  expect(lintJenkinsfile(jenkinsfile, changed).join('\n')).toContain(reason)
})

test.for([
  ['a misspelt phase', '  build:', '  bild:'],
  ['another version', 'version: 0.2', 'version: 0.3'],
  ['a command that is no text', '- npm test', '- npm: test'],
] as const)('%s in a buildspec is refused', ([, text, mistake]) => {
  const file = 'infra/pipelines/buildspec.check.yml'
  expect(lintBuildspec(file, read(file).replace(text, mistake))).not.toEqual([])
})
