import { rankingPipeline } from '@mallhive/infra-mlops/pipeline'

import type { Generated } from '../generated.ts'

/** SageMaker's pipeline as Terraform's module `ml` reads it. */
export function rankingPipelineJson(): Generated {
  const path = 'terraform/ranking-pipeline.json'
  return { owns: [path], files: { [path]: `${JSON.stringify(rankingPipeline, null, 2)}\n` } }
}
