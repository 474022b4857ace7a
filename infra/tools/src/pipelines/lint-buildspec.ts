import { Ajv } from 'ajv'
import { parse } from 'yaml'

const names = { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1 }
const phase = {
  type: 'object',
  additionalProperties: false,
  required: ['commands'],
  properties: {
    commands: names,
    finally: names,
    'on-failure': { enum: ['ABORT', 'CONTINUE'] },
    'runtime-versions': { type: 'object' },
    'run-as': { type: 'string' },
  },
}
const phases = Object.fromEntries(
  ['install', 'pre_build', 'build', 'post_build'].map((name) => [name, phase]),
)
const variables = { type: 'object', additionalProperties: { type: 'string' } }

/** Of https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html, what the mall uses. */
const validate = new Ajv({ allErrors: true }).compile({
  type: 'object',
  additionalProperties: false,
  required: ['version', 'phases'],
  properties: {
    version: { const: 0.2 },
    env: {
      type: 'object',
      additionalProperties: false,
      properties: {
        shell: { enum: ['bash', '/bin/sh'] },
        variables,
        'secrets-manager': variables,
        'exported-variables': names,
        'git-credential-helper': { enum: ['yes', 'no'] },
      },
    },
    phases: { type: 'object', additionalProperties: false, minProperties: 1, properties: phases },
    artifacts: { type: 'object' },
    cache: { type: 'object' },
    reports: { type: 'object' },
  },
})

/** Returns what CodeBuild would not understand of a buildspec. */
export function lintBuildspec(file: string, text: string): string[] {
  if (validate(parse(text))) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${file}: ${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
  )
}

export type Buildspec = { phases: Record<string, { commands: string[] }> }
/** The commands of a buildspec. */
export const commandsOf = (text: string): string[] =>
  Object.values((parse(text) as Buildspec).phases).flatMap(({ commands }) => commands)
