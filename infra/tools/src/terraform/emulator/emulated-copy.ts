import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { copyOfTerraform } from '../terraform.ts'
import { absentModules, absentResources } from './absent.ts'

/**
 * Copies infra/terraform, changed for the emulator: the provider asks it, state is a local file, and what it lacks (absent.ts) is
 * taken out. Returns the folder of the environment dev.
 */
export function emulatedCopy(): string {
  const home = copyOfTerraform('emulated')
  const modules = join(home, 'modules')
  for (const [name, { made = '', outputs, outputsOfMade = {} }] of Object.entries(absentModules)) {
    const folder = join(modules, `absent-${name}`)
    mkdirSync(folder)
    for (const file of ['variables.tf', 'versions.tf']) cpSync(join(modules, name, file), join(folder, file))
    const constants = Object.entries(outputs).map(([output, value]) => [output, JSON.stringify(value)])
    const values = [...constants, ...Object.entries(outputsOfMade)].map(
      ([output, value]) => `output "${output}" {\n  value = ${value}\n}\n`,
    )
    writeFileSync(join(folder, 'main.tf'), [made, ...values].join('\n'))
  }
  const sources = Object.keys(absentModules).map(
    (name) => `module ${JSON.stringify(name)} {\n  source = "../absent-${name}"\n}\n`,
  )
  writeFileSync(join(modules, 'mall', 'absent_override.tf'), sources.join('\n'))
  for (const file of globSync('*/*.tf', { cwd: modules })) {
    const path = join(modules, file)
    writeFileSync(path, withoutResources(readFileSync(path, 'utf8'), Object.keys(absentResources)))
  }
  const environment = join(home, 'environments', 'dev')
  writeFileSync(join(environment, 'emulator_override.tf'), override)
  return environment
}

/** Takes blocks of resources out of a text that `terraform fmt` has formatted: a block ends at the next `}` of a line's start. */
function withoutResources(text: string, addresses: string[]): string {
  return addresses.reduce((rest, address) => {
    const [type, name] = address.split('.')
    return rest.replace(new RegExp(`^resource "${type}" "${name}" \\{[\\s\\S]*?^\\}\n`, 'm'), '')
  }, text)
}

const provider = (alias: string) => `
provider "aws" {
  ${alias}
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  s3_use_path_style           = true
  # What the emulator lacks answers 500: fail at once.
  max_retries = 2
}
`

const override = `terraform {
  backend "local" {}
}
${provider('')}${provider('alias = "us_east_1"')}
module "mall" {
  lambda_image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/mallhive/lambda@sha256:${'0'.repeat(64)}"
}
`
