import { existsSync, globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, dirname, join } from 'node:path'

import type { Terraform } from './terraform.ts'

/** Runs the tests of every module in a copy of infra/terraform, as many at once as there are processors. A module without tests fails. */
export async function testModules(terraform: Terraform, copy: string) {
  const modules = globSync('modules/*/main.tf', { cwd: copy }).toSorted()
  const waiting = modules.map((file) => join(copy, dirname(file)))
  const failures: string[] = []
  const testSome = async () => {
    for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
      const failure = await testModule(terraform, folder)
      if (failure !== undefined) failures.push(`the module ${basename(folder)} ${failure}`)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, testSome))
  return { modules: modules.length, failures }
}

async function testModule(terraform: Terraform, folder: string): Promise<string | undefined> {
  if (!existsSync(join(folder, 'tests'))) return 'has no tests'
  try {
    await terraform(folder, ['init', '-input=false'])
    const report = await terraform(folder, ['test'])
    return /Success! [1-9]\d* passed, 0 failed/.test(report) ? undefined : `has no tests: ${report}`
  } catch (error) {
    return (error as Error).message
  }
}
