import { copyOfTerraform, findTerraform, type Terraform } from './terraform.ts'

/** Returns Terraform with a copy of infra/terraform in which its provider is installed, or what a machine without them cannot run. */
export async function readyTerraform(
  what: string,
): Promise<{ terraform: Terraform; copy: string } | { notRun: string[] }> {
  const absent = `${what}: terraform 1.11 on the PATH, from its maker`
  const terraform = findTerraform()
  if (!terraform) return { notRun: [absent] }
  const copy = copyOfTerraform(what)
  try {
    await terraform(`${copy}/environments/production`, ['init', '-backend=false', '-input=false'])
    return { terraform, copy }
  } catch (error) {
    const provider = 'its provider hashicorp/aws 5.100.0 in a folder that TERRAFORM_MIRROR names'
    return { notRun: [`${absent}; ${provider}: ${(error as Error).message}`] }
  }
}
