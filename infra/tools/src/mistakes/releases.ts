import type { Mistake } from './mistake.ts'

const workflow = '.github/workflows/micro-frontend.yml'

/** Mistakes that show when a pipeline releases a micro frontend. */
export const releaseMistakes: Mistake[] = [
  mistake(
    'a rollout that asks for what no pipeline reaches',
    [
      'packages/release-kit/src/cli/follow-rollout.ts',
      "env()['RELEASE_HEALTH_URL'] ? remoteHealth(env()) : undefined",
      'remoteHealth(env())',
    ],
    /1\.0\.1, push: [^]*set RELEASE_HEALTH_URL and PART_KEY/,
  ),
  mistake(
    'a pipeline without the role of its team',
    [workflow, 'aws-actions/configure-aws-credentials', 'aws-actions/amazon-ecr-login'],
    /1\.0\.0, pull_request: [^]*Could not load credentials/,
  ),
  mistake(
    'a pipeline without the key of its team',
    [workflow, '      MALL_SIGNING_KEY: ${{ vars.RELEASE_SIGNING_KEY }}\n', ''],
    /1\.0\.0, pull_request: [^]*set MALL_SIGNING_KEY to a key file/,
  ),
  mistake(
    'a comment for each preview',
    ['infra/pipelines/comment-preview.sh', 'startswith($mark)', '. == $mark'],
    /release: the pull request has the comments/,
  ),
]

function mistake(
  name: string,
  [file, find, replace]: [file: string, find: string, replace: string],
  reason: RegExp,
): Mistake {
  return { name, kind: 'pipeline', patch: { file, find, replace }, refusedBy: 'release', reason, alone: true }
}
