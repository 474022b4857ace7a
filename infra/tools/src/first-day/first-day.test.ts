import { expect, test } from 'vitest'

import { codeOf, page } from './read-page.ts'
import { unknownIn } from './unknown.ts'

test('every command of the first day names what exists, and follows what it needs', () => {
  expect(codeOf(page).blocks.length).toBeGreaterThanOrEqual(9)
  expect(unknownIn(page)).toEqual([])
})

test.for([
  ['release-images.sh released', 'release-all.sh released', 'no path infra/pipelines/release-all.sh'],
  ['infra -- first-secrets', 'infra -- secrets', 'no verb of infra secrets'],
  ['./mall trust own', './mall own', 'no verb of mall own'],
  ['out .edge.buckets.releases', 'out .edge.bucket.releases', 'no output of the mall edge.bucket.releases'],
  ['module.mall.module.keys', 'module.mall.module.key', 'no module key'],
  ['-var repository=', '-var repo=', 'no variable of bootstrap repo'],
  ['output -raw bucket', 'output -raw name', 'no output of bootstrap name'],
  ['infra/argocd/roots/$ENVIRONMENT.yaml', 'infra/argocd/$ENVIRONMENT.yaml', 'no path infra/argocd/'],
  ['BUCKET=$(', 'STATE=$(', 'nothing has set BUCKET'],
  ['`lambda_image` until', '`lambda_digest` until', 'no variable or output of Terraform lambda_digest'],
  ['`PLANNER_ROLE`', '`PLAN_ROLE`', 'no variable PLAN_ROLE'],
  ['<environment>-heartbeat', '<environment>-pulse', 'no resource -pulse'],
  ['done\n```', '```', 'no shell reads'],
] as const)('%s that became %s is seen', ([text, mistake, reason]) => {
  const broken = page.replace(text, mistake)
  expect(broken).not.toBe(page)
  expect(unknownIn(broken).join('\n')).toContain(reason)
})

test.for([
  ['   aws eks update-kubeconfig --name $(out .cluster.name)\n', 'kubectl'],
  ['kubectl apply --server-side -k infra/policies/rights\n', 'roots'],
] as const)('%s at the end of the page is too late', ([line, early]) => {
  const moved = `${page.replace(line, '')}\n\`\`\`sh\n${line.trim()}\n\`\`\`\n`
  expect(unknownIn(moved).join('\n')).toMatch(new RegExp(`${early}.* has to come first`))
})
