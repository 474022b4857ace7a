import { expect, test } from 'vitest'

import { verdictOf } from '../verdict.ts'
import { rankingPipeline } from './definition.ts'
import { faults } from './faults.ts'
import { type PipelineDefinition, pipelineDefinition } from './schema.ts'

const written = { 'verdict.json': verdictOf(['a reason']) }

/** What is wrong with the definition after its text was changed. */
function wrongAfter(from: string, to: string): string[] {
  const text = JSON.stringify(rankingPipeline)
  expect(text).toContain(from)
  const read = pipelineDefinition.safeParse(JSON.parse(text.replace(from, to)))
  return read.success ? faults(read.data, written) : read.error.issues.map(({ message }) => message)
}

test('the definition satisfies SageMaker’s schema, and all that it names is there', () => {
  expect(faults(pipelineDefinition.parse(rankingPipeline), written)).toEqual([])
})

test('a refused candidate fails the execution, and only one without refusals is registered', () => {
  const gate = (rankingPipeline as PipelineDefinition).Steps.find(({ Type }) => Type === 'Condition')
  expect(gate).toMatchObject({
    Arguments: {
      Conditions: [{ Type: 'Equals', LeftValue: { 'Std:JsonGet': { Path: 'refusals' } }, RightValue: 0 }],
      IfSteps: [{ Type: 'RegisterModel', Arguments: { ModelApprovalStatus: 'PendingManualApproval' } }],
      ElseSteps: [{ Type: 'Fail' }],
    },
  })
})

test.for([
  ['a misspelt field', '"ImageUri"', '"ImageURI"', /Unrecognized key: "ImageURI"/],
  ['another version', '2020-12-01', '2020-12-02', /expected "2020-12-01"/],
  [
    'a job with a network',
    '"EnableNetworkIsolation":true',
    '"EnableNetworkIsolation":false',
    /expected true/,
  ],
  ['a parameter that is not declared', 'Parameters.RoleArn', 'Parameters.Role', /no parameter Role$/],
  ['a parameter that nothing uses', '"Name":"Bucket"', '"Name":"Buckets"', /uses the parameter Buckets$/],
  [
    'a step that is not there',
    'Steps.EvaluateBaseline.',
    'Steps.Baseline.',
    /no step before makes Steps\.Baseline\./,
  ],
  [
    'a property file that is not there',
    'PropertyFiles.Verdict',
    'PropertyFiles.Gate',
    /has no PropertyFiles\.Gate$/,
  ],
  ['a path that the gate does not write', '"Path":"refusals"', '"Path":"refused"', /no number at refused$/],
  ['a path to what is no number', '"Path":"refusals"', '"Path":"reasons"', /no number at reasons$/],
  [
    'a file that the gate does not write',
    'gate/verdict.json',
    'gate/gate.json',
    /nothing writes verdict\.json/,
  ],
  [
    'an output that the step does not have',
    '"OutputName":"gate","FilePath"',
    '"OutputName":"none","FilePath"',
    /output none/,
  ],
  [
    'a baseline that is not read',
    'input/baseline/evaluation.json',
    'input/base/evaluation.json',
    /no folder for/,
  ],
] as const)('%s is refused', ([, from, to, reason]) => {
  expect(wrongAfter(from, to).join('\n')).toMatch(new RegExp(reason.source, 'm'))
})
