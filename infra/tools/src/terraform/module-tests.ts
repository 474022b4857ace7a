import { existsSync, globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, dirname, join } from 'node:path'

import { type Module, type Statement, statementsMade } from './plan.ts'
import { serveProvider } from './serve-provider.ts'
import type { Terraform } from './terraform.ts'

type Tested = { failures: string[]; statements: Statement[] }

/**
 * Runs the tests of every module in a copy of infra/terraform, as many at once as there are processors. A module without tests fails.
 * Returns the statements of all policies that tests have made, too.
 */
export async function testModules(terraform: Terraform, copy: string): Promise<Tested & { modules: number }> {
  await using provider = await serveProvider(join(copy, 'environments/production'))
  const modules = globSync('modules/*/main.tf', { cwd: copy }).toSorted()
  const waiting = modules.map((file) => join(copy, dirname(file)))
  const tested: Tested[] = []
  const testSome = async () => {
    for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift())
      tested.push(await testModule(terraform, folder, provider.env))
  }
  await Promise.all(Array.from({ length: availableParallelism() }, testSome))
  return {
    modules: modules.length,
    failures: tested.flatMap(({ failures }) => failures),
    statements: tested.flatMap(({ statements }) => statements),
  }
}

async function testModule(
  terraform: Terraform,
  folder: string,
  env: Record<string, string>,
): Promise<Tested> {
  const name = basename(folder)
  const failed = (why: string) => ({ failures: [`the module ${name} ${why}`], statements: [] })
  if (!existsSync(join(folder, 'tests'))) return failed('has no tests')
  try {
    await terraform(folder, ['init', '-input=false'])
    const report = await terraform(folder, ['test', '-json', '-verbose'], env)
    const statements = messagesOf(report, 'test_state').flatMap(({ test_state }) =>
      statementsMade(test_state?.root_module ?? {}),
    )
    const passed = messagesOf(report, 'test_summary').some(
      ({ test_summary }) => (test_summary?.passed ?? 0) > 0,
    )
    if (!passed) return failed('has no tests')
    return {
      failures: [],
      statements: statements.map((it) => ({ ...it, address: `module.${name}.${it.address}` })),
    }
  } catch (error) {
    return failed((error as Error).message.split('\n').filter(saysMore).join('\n'))
  }
}

type Message = { test_summary?: { passed: number }; test_state?: { root_module?: Module } }

/** The messages of a type in a report, which has one on each line. The provider's schemas, 14 MB in every state, are left out. */
const messagesOf = (report: string, type: string): Message[] =>
  report
    .split('\n')
    .filter((line) => line.endsWith(`"type":"${type}"}`))
    .map((line) => JSON.parse(line.replace(/,"provider_format_version":.*$/, '}}')))

/** Whether a line of a failed run's report is about what went wrong. */
const saysMore = (line: string) => !line.startsWith('{') || line.includes('"type":"diagnostic"')
