import type { PipelineDefinition, ProcessingStep } from './schema.ts'

type ProcessingInput = NonNullable<ProcessingStep['Arguments']['ProcessingInputs']>[number]

const inputs = '/opt/ml/processing/input'
const outputs = '/opt/ml/processing/output'

const get = (Get: string) => ({ Get })
const join = (On: string, ...Values: (string | { Get: string })[]) => ({ 'Std:Join': { On, Values } })
/** Where a step's output is uploaded. */
const uploaded = (step: string, output: string) =>
  get(`Steps.${step}.ProcessingOutputConfig.Outputs['${output}'].S3Output.S3Uri`)

/**
 * The pipeline that a candidate of search's ranking passes: both images answer the judged queries, the gate of the one in use compares, and what it lets
 * through is registered and waits for a person. Terraform gives parameters their values, but for the two images, which are given with
 * each execution.
 */
export const rankingPipeline = {
  Version: '2020-12-01',
  Parameters: [
    { Name: 'BaselineImage', Type: 'String', Description: 'The image of the ranking in use, by digest' },
    { Name: 'CandidateImage', Type: 'String', Description: 'The image of the candidate, by digest' },
    ...['Bucket', 'KeyArn', 'ModelPackageGroup', 'RoleArn'].map((Name) => ({
      Name,
      Type: 'String' as const,
    })),
  ],
  Steps: [
    evaluate('EvaluateBaseline', 'BaselineImage', [`${outputs}/evaluation/evaluation.json`], {
      ProcessingOutputConfig: outputsOf('EvaluateBaseline', ['evaluation']),
    }),
    evaluate('EvaluateCandidate', 'CandidateImage', [`${outputs}/evaluation/evaluation.json`], {
      ProcessingOutputConfig: outputsOf('EvaluateCandidate', ['evaluation']),
    }),
    {
      // By the image in use: a candidate does not judge itself.
      ...evaluate(
        'Judge',
        'BaselineImage',
        [
          `${inputs}/candidate/evaluation.json`,
          `${inputs}/baseline/evaluation.json`,
          `${outputs}/gate/verdict.json`,
        ],
        {
          ProcessingInputs: [
            evaluationOf('candidate', 'EvaluateCandidate'),
            evaluationOf('baseline', 'EvaluateBaseline'),
          ],
          ProcessingOutputConfig: outputsOf('Judge', ['gate']),
        },
      ),
      PropertyFiles: [{ PropertyFileName: 'Verdict', OutputName: 'gate', FilePath: 'verdict.json' }],
    },
    {
      Name: 'Gate',
      Type: 'Condition',
      Arguments: {
        Conditions: [
          {
            Type: 'Equals',
            LeftValue: {
              'Std:JsonGet': {
                PropertyFile: get('Steps.Judge.PropertyFiles.Verdict'),
                Path: 'refusals',
              },
            },
            RightValue: 0,
          },
        ],
        IfSteps: [
          {
            Name: 'Register',
            Type: 'RegisterModel',
            Arguments: {
              ModelPackageGroupName: get('Parameters.ModelPackageGroup'),
              ModelApprovalStatus: 'PendingManualApproval',
              ModelMetrics: {
                ModelQuality: {
                  Statistics: {
                    ContentType: 'application/json',
                    S3Uri: join('/', uploaded('EvaluateCandidate', 'evaluation'), 'evaluation.json'),
                  },
                },
              },
              InferenceSpecification: {
                Containers: [{ Image: get('Parameters.CandidateImage') }],
                SupportedContentTypes: ['application/json'],
                SupportedResponseMIMETypes: ['application/json'],
              },
            },
          },
        ],
        ElseSteps: [
          {
            Name: 'Refuse',
            Type: 'Fail',
            Arguments: {
              ErrorMessage: join(
                '',
                'The gate refuses the candidate: its reasons are in ',
                uploaded('Judge', 'gate'),
                '/verdict.json',
              ),
            },
          },
        ],
      },
    },
  ],
} satisfies PipelineDefinition

/** The evaluation that a step has written, as an input of another. */
function evaluationOf(InputName: string, step: string): ProcessingInput {
  return {
    InputName,
    S3Input: {
      S3Uri: uploaded(step, 'evaluation'),
      LocalPath: `${inputs}/${InputName}`,
      S3DataType: 'S3Prefix',
      S3InputMode: 'File',
    },
  }
}

/** A job that answers the judged queries by an image, or compares two answers: it needs no network, for PostgreSQL is in the image. */
function evaluate(
  Name: string,
  image: string,
  ContainerArguments: string[],
  data: Pick<ProcessingStep['Arguments'], 'ProcessingInputs' | 'ProcessingOutputConfig'>,
): ProcessingStep {
  return {
    Name,
    Type: 'Processing',
    Arguments: {
      AppSpecification: { ImageUri: get(`Parameters.${image}`), ContainerArguments },
      NetworkConfig: { EnableNetworkIsolation: true },
      ...data,
      ProcessingResources: {
        ClusterConfig: {
          InstanceCount: 1,
          InstanceType: 'ml.m5.large',
          VolumeSizeInGB: 10,
          VolumeKmsKeyId: get('Parameters.KeyArn'),
        },
      },
      RoleArn: get('Parameters.RoleArn'),
      StoppingCondition: { MaxRuntimeInSeconds: 1800 },
    },
  }
}

/** Each execution writes to a folder of its own, where the role of jobs may write. */
function outputsOf(step: string, names: string[]): ProcessingStep['Arguments']['ProcessingOutputConfig'] {
  return {
    KmsKeyId: get('Parameters.KeyArn'),
    Outputs: names.map((OutputName) => ({
      OutputName,
      S3Output: {
        S3Uri: join(
          '/',
          's3:/',
          get('Parameters.Bucket'),
          'candidates',
          get('Execution.PipelineExecutionId'),
          step,
          OutputName,
        ),
        LocalPath: `${outputs}/${OutputName}`,
        S3UploadMode: 'EndOfJob',
      },
    })),
  }
}
