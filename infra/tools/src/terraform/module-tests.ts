import { existsSync, globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

import type { Terraform } from './terraform.ts'

/** Runs the tests of every module in a copy of infra/terraform. A module without tests fails. */
export async function testModules(terraform: Terraform, copy: string) {
  const modules = globSync('modules/*/main.tf', { cwd: copy }).map((file) => join(copy, dirname(file)))
  const failures: string[] = []
  for (const folder of modules.toSorted()) {
    const failure = existsSync(join(folder, 'tests')) ? await testModule(terraform, folder) : 'has no tests'
    if (failure !== undefined) failures.push(`the module ${basename(folder)} ${failure}`)
  }
  return { modules: modules.length, failures }
}

async function testModule(terraform: Terraform, folder: string): Promise<string | undefined> {
  try {
    await terraform(folder, ['init', '-input=false'])
    const report = await terraform(folder, ['test'])
    return /Success! [1-9]\d* passed, 0 failed/.test(report) ? undefined : `has no tests: ${report}`
  } catch (error) {
    return (error as Error).message
  }
}
