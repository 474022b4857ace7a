import type { Mistake } from './mistake.ts'

const workflow = (name: string) => `.github/workflows/${name}.yml`

/** Mistakes in pipelines, and in what images are made of. */
export const pipelineMistakes: Mistake[] = [
  mistake(
    'pipeline',
    'text of strangers in a command',
    [
      workflow('check'),
      '      - run: npm run check',
      '      - run: echo "${{ github.event.pull_request.title }}"',
    ],
    /check\.yml.*untrusted/,
  ),
  mistake(
    'pipeline',
    'a result of a step that does not exist',
    [workflow('images'), 'steps.changed.outputs.images', 'steps.chnged.outputs.images'],
    /images\.yml.*chnged/,
  ),
  mistake(
    'pipeline',
    'a key that lives on',
    [workflow('promote'), 'GH_TOKEN: ${{ github.token }}', 'GH_TOKEN: ${{ secrets.AWS_SECRET_ACCESS_KEY }}'],
    /promote\.yml: uses a secret: take a role by OIDC/,
  ),
  mistake(
    'pipeline',
    'a token in a script',
    [
      'infra/pipelines/scan.sh',
      'set -euo pipefail',
      ['set -euo pipefail\nexport TOKEN=ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_'),
    ],
    /scan\.sh:\d+: .* finds a secret/,
  ),
  mistake(
    'pipeline',
    'an action by a tag that may move',
    [
      workflow('micro-frontend'),
      'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8',
      'actions/checkout@v5',
    ],
    /micro-frontend\.yml: .* uses actions\/checkout@v5, which is not named by its commit/,
  ),
  mistake(
    'pipeline',
    'a stranger who is given the rights of the repository',
    [workflow('micro-frontends'), '  pull_request:\n', '  pull_request_target:\n'],
    /micro-frontends\.yml: runs at pull_request_target/,
  ),
  mistake(
    'pipeline',
    'a job with every right',
    [
      workflow('plan'),
      '    permissions:\n      contents: read\n      id-token: write',
      '    permissions: write-all',
    ],
    /plan\.yml: plan is given write-all/,
  ),
  mistake(
    'pipeline',
    'a script that is not there',
    ['infra/pipelines/buildspec.check.yml', 'install-tools.sh', 'install-tool.sh'],
    /buildspec\.check\.yml: infra\/pipelines\/install-tool\.sh is no program/,
  ),
  mistake(
    'pipeline',
    'a misspelt phase',
    ['infra/pipelines/buildspec.images.yml', '  pre_build:', '  prebuild:'],
    /buildspec\.images\.yml: \/phases .*prebuild/,
  ),
  mistake(
    'pipeline',
    'a stage without steps',
    [
      'infra/pipelines/Jenkinsfile',
      "steps {\n        sh 'infra/pipelines/install-tools.sh'",
      "step {\n        sh 'infra/pipelines/install-tools.sh'",
    ],
    /Jenkinsfile:\d+: stage has no section step/,
  ),
  mistake(
    'pipeline',
    'a failure before a pipe that does not stop the step',
    [workflow('micro-frontends'), 'shell: bash', 'shell: sh'],
    /micro-frontends\.yml: goes on when a command before a pipe fails/,
  ),
  mistake(
    'pipeline',
    'keys of a role without their token',
    [
      'packages/release-runtime/src/store.ts',
      '{ accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) }',
      '{ accessKeyId, secretAccessKey }',
    ],
    /[×✗].*keys of a role, which pipelines have, come with their token/,
    'packages/release-runtime/src/store.test.ts',
  ),
  mistake(
    'image',
    'processes as root',
    ['infra/docker/Dockerfile.base', 'USER 65532:65532', 'USER root'],
    /Dockerfile\.base: runs as root/,
  ),
  mistake(
    'image',
    'a base by a tag that may move',
    ['infra/docker/Dockerfile.bff-host', 'FROM ${BASE}', 'FROM node:24'],
    /Dockerfile\.bff-host: is built on node:24/,
  ),
  mistake(
    'image',
    'sources in it',
    ['infra/docker/Dockerfile.shell', 'COPY . /app', 'COPY shell/src /app'],
    /Dockerfile\.shell: copies shell\/src/,
  ),
  mistake(
    'image',
    'images that are not signed',
    ['infra/policies/signatures/signed-images.yaml', '- Deny', '- Audit'],
    /signatures\/signed-images\.yaml/,
    'infra/tools/src/generate.test.ts',
  ),
]

function mistake(
  kind: Mistake['kind'],
  name: string,
  [file, find, replace]: [file: string, find: string, replace: string],
  reason: RegExp,
  refusedBy = 'pipelines',
): Mistake {
  return { name, kind, patch: { file, find, replace }, refusedBy, reason }
}
