import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'
import { parse } from 'yaml'

import { infraDir } from '../paths.ts'
import { jenkinsfile, read, type Step } from './files.ts'
import { commandsOf } from './lint-buildspec.ts'
import { commandsIn } from './lint-jenkinsfile.ts'

// The commands of the pipelines, where the list of images and the changes since a commit are others, and where releasing an image is
// only written down.

const home = mkdtempSync(join(tmpdir(), 'mallhive-released-'))
afterAll(() => rmSync(home, { recursive: true }))

const listed = ['service', 'planted', 'lambda']
const sinceBase = ['planted']

function openCheckout(name: string): string {
  const dir = join(home, name)
  const program = (path: string, text: string) => writeFileSync(join(dir, path), text, { mode: 0o755 })
  cpSync(join(infraDir, 'pipelines'), join(dir, 'infra/pipelines'), { recursive: true })
  program(
    'infra/pipelines/release-image.sh',
    `#!/bin/sh\necho "$1" >> ${dir}/released; echo "registry.test/$1"`,
  )
  const answers = { images: listed, changed: { images: sinceBase, microFrontends: [] } }
  program(
    'npm',
    `#!/bin/sh
case "$*" in
  *"infra -- images") echo '${JSON.stringify(answers.images)}' ;;
  *"infra -- changed base") echo '${JSON.stringify(answers.changed)}' ;;
  *) exit 1 ;;
esac`,
  )
  return dir
}

const run = (dir: string, command: string, env: NodeJS.ProcessEnv = {}) =>
  execFileSync('bash', ['-c', `set -euo pipefail; ${command}`], {
    cwd: dir,
    env: { PATH: `${dir}:${process.env['PATH']}`, ...env },
    // A shell whose input is a socket reads a person's settings.
    stdio: ['ignore', 'pipe', 'inherit'],
  })
const released = (dir: string) => readFileSync(join(dir, 'released'), 'utf8').trim().split('\n')
const releasing = (commands: string[]) => commands.filter((command) => command.includes('release-image'))

test('CodeBuild releases every image of the one list', () => {
  const dir = openCheckout('codebuild')
  for (const command of releasing(commandsOf(read('infra/pipelines/buildspec.images.yml')))) run(dir, command)
  expect(released(dir)).toEqual(listed)
})

test.for([
  ['since the last good build', 'base', sinceBase],
  ['of all, where there was none', '', listed],
] as const)('Jenkins releases the images of the changes %s', ([, base, images]) => {
  const dir = openCheckout(`jenkins-${base}`)
  for (const command of releasing(commandsIn(read(jenkinsfile))))
    run(dir, command, { GIT_PREVIOUS_SUCCESSFUL_COMMIT: base })
  expect(released(dir)).toEqual(images)
})

test('GitHub releases the images of the changes that landed', () => {
  const dir = openCheckout('github')
  const { jobs }: ImagesWorkflow = parse(read('.github/workflows/images.yml'))
  const outputs = join(dir, 'outputs')
  for (const { id, run: command } of jobs.changed.steps)
    if (id && command) run(dir, command, { BEFORE: 'base', GITHUB_OUTPUT: outputs })
  const [, images = ''] = /^images=(.+)$/m.exec(readFileSync(outputs, 'utf8')) ?? []
  expect(jobs.release.strategy.matrix.image).toBe('${{ fromJSON(needs.changed.outputs.images) }}')
  for (const image of JSON.parse(images))
    for (const command of releasing(jobs.release.steps.flatMap((step) => step.run ?? [])))
      run(dir, command, { IMAGE: image })
  expect(released(dir)).toEqual(sinceBase)
})

type ImagesWorkflow = {
  jobs: {
    changed: { steps: (Step & { id?: string })[] }
    release: { strategy: { matrix: { image: string } }; steps: Step[] }
  }
}

test('CodeBuild finds every image that it has pushed', () => {
  const dir = openCheckout('found')
  writeFileSync(join(dir, 'aws'), '#!/bin/sh\necho "sha256:of-$4"', { mode: 0o755 })
  writeFileSync(join(dir, 'git'), '#!/bin/sh\necho commit', { mode: 0o755 })
  run(dir, 'infra/pipelines/find-images.sh references', { REGISTRY: 'registry.test' })
  const references = listed.map((name) => readFileSync(join(dir, 'references', name), 'utf8'))
  expect(references).toEqual(
    listed.map((name) => `registry.test/mallhive/${name}@sha256:of-mallhive/${name}\n`),
  )
})
