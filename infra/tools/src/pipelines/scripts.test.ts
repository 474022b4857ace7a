import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'

import { afterAll, expect, test } from 'vitest'

import { infraDir, rootDir } from '../paths.ts'
import { scripts } from './files.ts'
import { playGitHub } from './play-github.ts'

// The scripts themselves, on repositories and servers that are made for each test.

const home = mkdtempSync(join(tmpdir(), 'mallhive-pipelines-'))
afterAll(() => rmSync(home, { recursive: true }))

const infra = join(infraDir, 'tools/src/infra.ts')
const digest = (digit: string) => `sha256:${digit.repeat(64)}`
const imagesOf = (environment: string) => `infra/kubernetes/overlays/${environment}/images/kustomization.yaml`
const env = {
  ...process.env,
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@mall.test',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@mall.test',
}

/** A repository with the digests of every environment, which pushes to a repository of its own. */
function openRepository(name: string): string {
  const dir = join(home, name)
  for (const environment of ['dev', 'staging', 'production'])
    cpSync(join(rootDir, imagesOf(environment)), join(dir, imagesOf(environment)))
  git(home, 'init', '--quiet', '--bare', '--initial-branch=main', `${name}.git`)
  git(dir, 'init', '--quiet', '--initial-branch=main')
  git(dir, 'remote', 'add', 'origin', `${dir}.git`)
  git(dir, 'add', '.')
  git(dir, 'commit', '--quiet', '-m', 'first')
  git(dir, 'push', '--quiet', 'origin', 'main')
  return dir
}

const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', args, { cwd, env, encoding: 'utf8' }).trim()

const run = (script: string, args: string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) =>
  promisify(execFile)(join(infraDir, 'pipelines', script), args, {
    cwd: options.cwd ?? home,
    env: { ...env, ...options.env },
  })

const digests = (dir: string, environment: string) =>
  [...readFileSync(join(dir, imagesOf(environment)), 'utf8').matchAll(/digest: (\S+)/g)].map(
    ([, each]) => each,
  )

test('a bump changes the digest of one image in one environment, and commits nothing else', async () => {
  const dir = openRepository('bump')
  const before = digests(dir, 'dev')
  writeFileSync(join(dir, 'stray'), '')
  await run('bump-digest.sh', ['dev', 'bff-host', `registry.test/mallhive/bff-host@${digest('a')}`], {
    cwd: dir,
  })
  expect(digests(dir, 'dev')).toEqual([before[0], digest('a'), before[2]])
  expect(digests(dir, 'staging')).toEqual(before)
  expect(git(dir, 'show', '--stat', '--format=%s')).toMatch(
    /^dev: run bff-host a{12}\n\n.*images.kustomization/,
  )
})

test('a bump to what runs already commits nothing', async () => {
  const dir = openRepository('same')
  const [before] = digests(dir, 'dev')
  await run('bump-digest.sh', ['dev', 'service', `mallhive/service@${before}`], { cwd: dir })
  expect(git(dir, 'log', '--format=%s')).toBe('first')
})

test.for([
  ['a tag', 'service', 'mallhive/service:latest', 'has no digest'],
  [
    'an image that the environment does not run',
    'services',
    `mallhive/services@${digest('a')}`,
    'has no image',
  ],
] as const)('%s is not bumped', async ([what, name, image, reason]) => {
  const dir = openRepository(what.replaceAll(' ', '-'))
  await expect(run('bump-digest.sh', ['dev', name, image], { cwd: dir })).rejects.toThrow(reason)
})

test('a promotion gives an environment the digests of another', async () => {
  const dir = openRepository('promotion')
  await run('bump-digest.sh', ['dev', 'shell', `mallhive/shell@${digest('b')}`], { cwd: dir })
  await run('promote-images.sh', ['dev', 'staging'], { cwd: dir })
  expect(digests(dir, 'staging')).toEqual(digests(dir, 'dev'))
  expect(digests(dir, 'staging')).toContain(digest('b'))
})

test('production runs nothing that staging does not', async () => {
  const dir = openRepository('skipped')
  await expect(run('promote-images.sh', ['dev', 'production'], { cwd: dir })).rejects.toThrow(
    'production does not run what dev runs',
  )
  expect(git(dir, 'log', '--format=%s')).toBe('first')
})

test.for(scripts.filter((script) => !/\/(install-tools|scan)\.sh$/.test(script)))(
  '%s without its arguments says what it takes',
  async (script) => {
    await expect(run(basename(script), [])).rejects.toThrow(`usage: ${basename(script)} `)
  },
)

test.for([
  ['plan-rules', 'prod', '/dev/null'],
  ['check', 'plan'],
])('a word that %s does not know is refused with those that it knows', (args) => {
  const { status, stderr } = spawnSync(process.execPath, [infra, ...args], { encoding: 'utf8', input: '{}' })
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/none of |there are /) })
})

test('bumps of a pipeline reach main, also when another change lands meanwhile', async () => {
  const dir = openRepository('all')
  const other = join(home, 'other')
  git(home, 'clone', '--quiet', `${dir}.git`, other)
  git(other, 'commit', '--quiet', '--allow-empty', '-m', 'meanwhile')
  git(other, 'push', '--quiet', 'origin', 'main')
  const references = join(home, 'references')
  mkdirSync(references)
  writeFileSync(join(references, 'service'), `registry.test/mallhive/service@${digest('c')}\n`)
  await run('bump-all.sh', ['dev', references], { cwd: dir })
  const landed = git(`${dir}.git`, 'log', '--format=%s', 'main').split('\n')
  expect(landed).toEqual([`dev: run service ${'c'.repeat(12)}`, 'meanwhile', 'first'])
})

test('a pull request has one comment with the newest preview of a micro frontend', async () => {
  await using github = await playGitHub([{ id: 1, body: 'a review' }])
  for (const version of ['1.0.0-a', '1.0.0-b']) {
    const child = run('comment-preview.sh', ['cart'], {
      env: {
        GITHUB_API_URL: github.url,
        GITHUB_TOKEN: 'token',
        GITHUB_REPOSITORY: 'mallhive/mallhive',
        PULL_REQUEST: '7',
      },
    })
    child.child.stdin?.end(`published\n  https://preview.mall.test/?mall-pin=cart@${version}\n`)
    await child
  }
  expect(github.comments).toHaveLength(2)
  expect(github.comments[1]?.body).toContain('(https://preview.mall.test/?mall-pin=cart@1.0.0-b)')
})

test.for(['sign-image.sh', 'verify-image.sh'])('%s takes no tag', async (script) => {
  const args = script === 'sign-image.sh' ? ['base', 'mallhive/base:1'] : ['mallhive/base:1']
  await expect(run(script, args)).rejects.toThrow('has no digest')
})

/** A Terraform that writes down what it is asked, and shows that plan. */
function pretendedTerraform(name: string, changes: object[]): { path: string; asked: () => string } {
  const bin = join(home, name)
  mkdirSync(bin)
  writeFileSync(join(bin, 'plan.json'), JSON.stringify({ resource_changes: changes }))
  writeFileSync(
    join(bin, 'terraform'),
    `#!/bin/sh
echo "$@" >> ${bin}/asked
case "$*" in *"show -json"*) cat ${bin}/plan.json;; *show*) echo "Plan: 1 to add";; esac
`,
    { mode: 0o755 },
  )
  return { path: `${bin}:${process.env['PATH']}`, asked: () => readFileSync(join(bin, 'asked'), 'utf8') }
}

const change = (type: string, actions: string[], after: object = {}) => ({
  address: `module.mall.${type}.this`,
  mode: 'managed',
  type,
  change: { actions, after },
})

test('a plan is left for people to read, and changes neither state nor account', async () => {
  const terraform = pretendedTerraform('planned', [change('aws_vpc', ['create'])])
  const plans = join(home, 'plans')
  const { stdout } = await run('plan.sh', ['dev', plans], {
    env: { PATH: terraform.path, STATE_BUCKET: 'state' },
  })
  expect(stdout).toContain('dev: every rule holds')
  expect(readFileSync(join(plans, 'dev.txt'), 'utf8')).toMatch(/^Plan: 1 to add\ndev: every rule holds/)
  expect(terraform.asked()).toMatch(
    / init .*-backend-config=bucket=state\n.* plan .*-lock=false -refresh=false /,
  )
  expect(terraform.asked()).not.toContain(' apply')
})

test('a plan that breaks rules fails, and its text stays for people', async () => {
  const terraform = pretendedTerraform('broken', [
    change('aws_elasticache_replication_group', ['delete', 'create']),
    change('aws_db_instance', ['create'], { publicly_accessible: true }),
  ])
  const plans = join(home, 'broken-plans')
  const failed = run('plan.sh', ['dev', plans], { env: { PATH: terraform.path, STATE_BUCKET: 'state' } })
  await expect(failed).rejects.toThrow('Command failed')
  const said = readFileSync(join(plans, 'dev.txt'), 'utf8')
  expect(said).toContain('dev: engines have no public address: module.mall.aws_db_instance.this\n')
  expect(said).toMatch(
    /dev: what holds data is not deleted: module.mall.aws_elasticache_replication_group.this\n/,
  )
})
