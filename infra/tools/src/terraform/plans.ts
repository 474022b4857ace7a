import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { environments } from '../../../environments.ts'
import { openAccount } from './account.ts'
import type { Plan } from './plan.ts'
import type { Terraform } from './terraform.ts'

/** Validates and plans every environment of a copy of infra/terraform, each for an empty account. */
export async function planEnvironments(terraform: Terraform, copy: string): Promise<Record<string, Plan>> {
  const planOf = async ([environment, { account: number }]: [string, { account: string }]): Promise<
    [string, Plan]
  > => {
    await using account = await openAccount(number)
    const credentials = {
      AWS_ENDPOINT_URL: account.url,
      AWS_ACCESS_KEY_ID: 'none',
      AWS_SECRET_ACCESS_KEY: 'none',
      // What the account does not know is asked once more only.
      AWS_MAX_ATTEMPTS: '2',
    }
    const folder = join(copy, 'environments', environment)
    writeFileSync(join(folder, 'state_override.tf'), 'terraform {\n  backend "local" {}\n}\n')
    await terraform(folder, ['init', '-input=false'])
    await terraform(folder, ['validate'])
    await terraform(folder, ['plan', '-input=false', '-lock=false', '-out=plan.bin'], credentials)
    return [environment, JSON.parse(await terraform(folder, ['show', '-json', 'plan.bin']))]
  }
  return Object.fromEntries(await Promise.all(Object.entries(environments).map(planOf)))
}
