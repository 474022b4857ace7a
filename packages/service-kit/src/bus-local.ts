import {
  CreateTopicCommand,
  ListSubscriptionsByTopicCommand,
  SetSubscriptionAttributesCommand,
  type SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns'
import { CreateQueueCommand, GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs'

const maxReceiveCount = 5

/** Creates a topic unless it exists; returns its ARN. Local endpoints only: in the cloud Terraform creates topics. */
export async function ensureTopic(sns: SNSClient, Name: string): Promise<string> {
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name }))
  return TopicArn!
}

/**
 * Creates a consumer's queue and its dead-letter queue, and subscribes the queue to the event types that the consumer
 * handles.
 */
export async function ensureQueue(
  sns: SNSClient,
  sqs: SQSClient,
  name: string,
  sources: { arn: string; types: string[] }[],
): Promise<string> {
  const dead = await createQueue(sqs, `${name}-dlq`, { MessageRetentionPeriod: '1209600' })
  const queue = await createQueue(sqs, name, {
    VisibilityTimeout: '30',
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount }),
  })
  for (const { arn, types } of sources) await subscribe(sns, arn, queue.arn, types)
  return queue.url
}

/**
 * SNS `Subscribe` rejects an existing subscription with another filter, so a changed filter is set in a second call.
 */
async function subscribe(sns: SNSClient, TopicArn: string, Endpoint: string, types: string[]): Promise<void> {
  const FilterPolicy = JSON.stringify({ type: types })
  const { Subscriptions } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }))
  const existing = Subscriptions?.find((subscription) => subscription.Endpoint === Endpoint)
  if (existing?.SubscriptionArn) {
    const change = { AttributeName: 'FilterPolicy', AttributeValue: FilterPolicy }
    await sns.send(
      new SetSubscriptionAttributesCommand({ SubscriptionArn: existing.SubscriptionArn, ...change }),
    )
  } else {
    const Attributes = { RawMessageDelivery: 'true', FilterPolicy }
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint, Attributes }))
  }
}

async function createQueue(sqs: SQSClient, QueueName: string, Attributes: Record<string, string>) {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName, Attributes }))
  const answer = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }))
  return { url: QueueUrl!, arn: answer.Attributes!.QueueArn! }
}
