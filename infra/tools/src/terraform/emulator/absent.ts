import { workloads } from '../../kubernetes/workloads.ts'

type Absent = {
  why: string
  /** Resources in its place that others need to exist. */
  made?: string
  outputs: Record<string, unknown>
  outputsOfMade?: Record<string, string>
}

/** Modules that are not applied to the emulator, why, and what stands in for their outputs. */
export const absentModules: Record<string, Absent> = {
  cluster: {
    why: 'EKS: access entries and add-ons are answered 404, and a cluster has no security group',
    made: `resource "aws_security_group" "pods" {
  name   = "\${var.name}-pods"
  vpc_id = var.vpc_id
}

resource "aws_iam_role" "node" {
  name               = "\${var.name}-node"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}
`,
    outputs: {
      name: 'mallhive-dev',
      endpoint: 'https://cluster.internal',
      issuer: 'oidc.eks.eu-central-1.amazonaws.com/id/MALLHIVE',
      oidc_provider_arn:
        'arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/MALLHIVE',
      node_role_arn: 'arn:aws:iam::123456789012:role/mallhive-dev-node',
    },
    outputsOfMade: {
      security_group_id: 'aws_security_group.pods.id',
      node_role_name: 'aws_iam_role.node.name',
    },
  },
  cache: {
    why: 'ElastiCache: a replication group that was made is not found',
    outputs: {
      address: 'cache.internal',
      user_arns: Object.fromEntries(
        workloads.map(({ name }) => [
          name,
          `arn:aws:elasticache:eu-central-1:123456789012:user:mallhive-dev-${name}`,
        ]),
      ),
    },
  },
  ml: {
    why: 'SageMaker: a group of models that was made cannot be deleted',
    outputs: {
      models: { bucket: 'mallhive-dev-models-123456789012', group: 'mallhive-dev-ranking' },
      jobs: { role_arn: 'arn:aws:iam::123456789012:role/mallhive-dev-ml-jobs', security_group_id: 'sg-jobs' },
    },
  },
  pipeline: {
    why: 'CodeCommit: dates are answered as text, which the provider cannot read',
    outputs: { mirror_url: 'https://mirror.internal', pipeline: 'mallhive-dev' },
  },
  security: {
    why: 'Security Hub, Access Analyzer, features of GuardDuty and the start of CloudTrail are answered 500 or empty',
    outputs: {
      records_bucket: 'mallhive-dev-records-123456789012',
      analyzer_arn: 'arn:aws:access-analyzer:eu-central-1:123456789012:analyzer/mallhive-dev',
    },
  },
  data: {
    why: 'RDS: the provider waits three minutes for an instance that is there at once',
    outputs: {
      address: 'database.internal',
      instance_id: 'mallhive-dev',
      administrator_secret_arn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:database',
    },
  },
  search: {
    why: 'OpenSearch: a domain never becomes ready',
    outputs: {
      endpoint: 'https://search.internal',
      domain_arn: 'arn:aws:es:eu-central-1:123456789012:domain/mallhive-dev',
      administrator_secret_arn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:search',
    },
  },
}

/** Single resources that are not, and why. */
export const absentResources: Record<string, string> = {
  'aws_redshiftserverless_namespace.this': 'Redshift Serverless is answered 500',
  'aws_redshiftserverless_workgroup.this': 'Redshift Serverless is answered 500',
  'aws_athena_workgroup.lake': 'Athena: tags of a workgroup are answered 400',
  'aws_sqs_queue_redrive_allow_policy.dead': 'SQS forgets RedriveAllowPolicy, and the provider waits for it',
  'aws_cloudwatch_event_target.stream': 'EventBridge: an event for a stream is answered 500',
  'aws_budgets_budget.this': 'Budgets: subscribers of a notification are answered 500',
  'aws_secretsmanager_secret_rotation.workload':
    'Secrets Manager: rotating by a function that does not run is answered 500',
}
