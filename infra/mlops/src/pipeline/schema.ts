import { z } from 'zod'

// The part of SageMaker's pipeline definition of 2020-12-01 that the mall uses, strict: what is misspelt here fails in AWS at the apply.
// https://docs.aws.amazon.com/sagemaker/latest/dg/pipelines-sdk.html

const name = z.string().regex(/^[A-Za-z0-9-_]{1,64}$/)
const get = z.strictObject({ Get: z.string().min(1) })
const join = z.strictObject({
  'Std:Join': z.strictObject({ On: z.string(), Values: z.array(z.union([z.string(), get])).min(1) }),
})
const text = z.union([z.string(), get, join])
const description = z.string().max(3072)

const parameter = z.strictObject({
  Name: name,
  Type: z.literal('String'),
  Description: description.optional(),
  DefaultValue: z.string().max(1024).optional(),
})

const input = z.strictObject({
  InputName: z.string(),
  S3Input: z.strictObject({
    S3Uri: text,
    LocalPath: z.string().startsWith('/opt/ml/processing/'),
    S3DataType: z.enum(['S3Prefix', 'ManifestFile']),
    S3InputMode: z.enum(['File', 'Pipe']),
    S3DataDistributionType: z.enum(['FullyReplicated', 'ShardedByS3Key']).optional(),
    S3CompressionType: z.enum(['None', 'Gzip']).optional(),
  }),
})

const output = z.strictObject({
  OutputName: z.string(),
  S3Output: z.strictObject({
    S3Uri: text,
    LocalPath: z.string().startsWith('/opt/ml/processing/'),
    S3UploadMode: z.enum(['EndOfJob', 'Continuous']),
  }),
})

const processing = z.strictObject({
  Name: name,
  Type: z.literal('Processing'),
  DisplayName: z.string().optional(),
  Description: description.optional(),
  DependsOn: z.array(name).optional(),
  Arguments: z.strictObject({
    AppSpecification: z.strictObject({
      ImageUri: text,
      ContainerEntrypoint: z.array(z.string()).min(1).optional(),
      ContainerArguments: z.array(z.string().max(256)).min(1).max(100).optional(),
    }),
    Environment: z.record(z.string(), text).optional(),
    NetworkConfig: z.strictObject({ EnableNetworkIsolation: z.literal(true) }),
    ProcessingInputs: z.array(input).max(10).optional(),
    ProcessingOutputConfig: z.strictObject({ KmsKeyId: text, Outputs: z.array(output).min(1).max(10) }),
    ProcessingResources: z.strictObject({
      ClusterConfig: z.strictObject({
        InstanceCount: z.literal(1),
        InstanceType: z.string().regex(/^ml\.[a-z0-9]+\.[a-z0-9]+$/),
        VolumeSizeInGB: z.number().int().min(1).max(16_384),
        VolumeKmsKeyId: text,
      }),
    }),
    RoleArn: text,
    StoppingCondition: z.strictObject({ MaxRuntimeInSeconds: z.number().int().min(1).max(604_800) }),
  }),
  PropertyFiles: z
    .array(z.strictObject({ PropertyFileName: name, OutputName: z.string(), FilePath: z.string() }))
    .optional(),
})

const register = z.strictObject({
  Name: name,
  Type: z.literal('RegisterModel'),
  Description: description.optional(),
  Arguments: z.strictObject({
    ModelPackageGroupName: text,
    ModelPackageDescription: text.optional(),
    ModelApprovalStatus: z.enum(['PendingManualApproval', 'Approved', 'Rejected']),
    ModelMetrics: z.strictObject({
      ModelQuality: z.strictObject({
        Statistics: z.strictObject({ ContentType: z.literal('application/json'), S3Uri: text }),
      }),
    }),
    InferenceSpecification: z.strictObject({
      Containers: z.array(z.strictObject({ Image: text })).length(1),
      SupportedContentTypes: z.array(z.string()).min(1),
      SupportedResponseMIMETypes: z.array(z.string()).min(1),
    }),
  }),
})

const fail = z.strictObject({
  Name: name,
  Type: z.literal('Fail'),
  Arguments: z.strictObject({ ErrorMessage: text }),
})

const condition = z.strictObject({
  Name: name,
  Type: z.literal('Condition'),
  Description: description.optional(),
  DependsOn: z.array(name).optional(),
  Arguments: z.strictObject({
    Conditions: z
      .array(
        z.strictObject({
          Type: z.literal('Equals'),
          LeftValue: z.strictObject({
            'Std:JsonGet': z.strictObject({ PropertyFile: get, Path: z.string().min(1) }),
          }),
          RightValue: z.number(),
        }),
      )
      .min(1),
    IfSteps: z.array(register).min(1),
    ElseSteps: z.array(fail).min(1),
  }),
})

export const pipelineDefinition = z.strictObject({
  Version: z.literal('2020-12-01'),
  Metadata: z.record(z.string(), z.string()).optional(),
  Parameters: z.array(parameter).max(200),
  Steps: z.array(z.discriminatedUnion('Type', [processing, condition])).min(1),
})

export type PipelineDefinition = z.infer<typeof pipelineDefinition>
export type ProcessingStep = z.infer<typeof processing>
export type ConditionStep = z.infer<typeof condition>
