import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { PublishBatchCommand, SNSClient } from '@aws-sdk/client-sns'
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { ensureQueue, ensureTopic } from './bus-local.ts'
import { batches, type Outgoing } from './event-batches.ts'
import { openEventBridge } from './event-bridge.ts'

/**
 * Minimum delay between SNS/SQS calls on a busy service, so that messages are batched: a call costs as much as a dozen
 * statements. An idle service calls immediately.
 */
export const gatherMs = 250

/**
 * Timeouts of every AWS call: without them a peer that accepts the connection and never responds blocks the caller for
 * ever.
 */
const awsLimits = { connectTimeoutMs: 1_000, answerTimeoutMs: 5_000 }

/** A received message; `attempt` counts deliveries from 1. */
export interface Received {
  id: string
  body: string
  receipt: string
  attempt: number
}

/**
 * Publish and subscribe over SNS, or EventBridge, and SQS: one topic or event source per publishing service, one queue per
 * consumer.
 */
export interface Bus extends Disposable {
  /** Publishes in batches; returns the ids of the events that were accepted. */
  publish(topic: string, events: Outgoing[]): Promise<string[]>
  /** Returns the URL of the consumer's queue; on a local endpoint, creates the queue and its subscriptions first. */
  openQueue(consumer: string, subscribed: { topic: string; types: string[] }[]): Promise<string>
  receive(queue: string, waitSeconds: number, signal?: AbortSignal): Promise<Received[]>
  remove(queue: string, receipts: string[]): Promise<void>
  /**
   * Sets the visibility timeout of a message to `seconds` from now: to delay its redelivery, or to keep it while it is
   * handled.
   */
  hide(queue: string, receipt: string, seconds: number): Promise<void>
  depth(queue: string): Promise<{ visible: number; hidden: number }>
}

export interface BusEnv {
  AWS_ENDPOINT_URL?: string | undefined
  AWS_REGION?: string | undefined
  AWS_ACCOUNT_ID?: string | undefined
  AWS_ACCESS_KEY_ID?: string | undefined
  AWS_SECRET_ACCESS_KEY?: string | undefined
  /** The EventBridge bus that events are put on, instead of SNS topics. */
  EVENT_BUS?: string | undefined
}

/** The topic of the service that owns an event type: mallhive.orders.v1.OrderPlaced → mallhive-orders-events. */
export function topicOf(type: string): string {
  return `mallhive-${type.split('.')[1]}-events`
}

/**
 * Opens the bus. With AWS_ENDPOINT_URL (local development) topics, queues, dead-letter queues and subscriptions are
 * created on first use; without it they must exist (AWS_REGION and AWS_ACCOUNT_ID make up their ARNs).
 */
export function openBus(env: BusEnv, limits = awsLimits): Bus {
  const region = env.AWS_REGION || 'eu-central-1'
  const local = Boolean(env.AWS_ENDPOINT_URL)
  const config = {
    region,
    endpoint: env.AWS_ENDPOINT_URL || undefined,
    credentials:
      env.AWS_ACCESS_KEY_ID && env.AWS_SECRET_ACCESS_KEY
        ? { accessKeyId: env.AWS_ACCESS_KEY_ID, secretAccessKey: env.AWS_SECRET_ACCESS_KEY }
        : undefined,
    requestHandler: {
      connectionTimeout: limits.connectTimeoutMs,
      requestTimeout: limits.answerTimeoutMs,
      throwOnRequestTimeout: true,
    },
  }
  const sns = new SNSClient(config)
  const sqs = new SQSClient(config)
  const bridge = env.EVENT_BUS ? openEventBridge(new EventBridgeClient(config), env.EVENT_BUS) : undefined
  const topics = new Map<string, Promise<string>>()

  const topicArn = (name: string) => {
    const known = topics.get(name)
    if (known) return known
    const found = local
      ? ensureTopic(sns, name)
      : Promise.resolve(`arn:aws:sns:${region}:${env.AWS_ACCOUNT_ID}:${name}`)
    topics.set(name, found)
    found.catch(() => topics.delete(name))
    return found
  }

  return {
    async publish(topic, events) {
      if (bridge) return bridge.publish(topic, events)
      const TopicArn = await topicArn(topic)
      const accepted = await Promise.all(
        batches(events).map(async (batch) => {
          const PublishBatchRequestEntries = batch.map(({ id, type, body }) => ({
            Id: id,
            Message: body,
            MessageAttributes: { type: { DataType: 'String', StringValue: type } },
          }))
          const answer = await sns.send(new PublishBatchCommand({ TopicArn, PublishBatchRequestEntries }))
          return answer.Successful?.flatMap((entry) => entry.Id ?? []) ?? []
        }),
      )
      return accepted.flat()
    },
    async openQueue(consumer, subscribed) {
      const QueueName = `mallhive-${consumer}`
      if (!local) {
        const found = await sqs.send(new GetQueueUrlCommand({ QueueName }))
        return found.QueueUrl!
      }
      const sources = subscribed.map(async ({ topic, types }) => ({ arn: await topicArn(topic), types }))
      return ensureQueue(sns, sqs, QueueName, await Promise.all(sources))
    },
    async receive(QueueUrl, WaitTimeSeconds, abortSignal) {
      const answer = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl,
          WaitTimeSeconds,
          MaxNumberOfMessages: 10,
          MessageSystemAttributeNames: ['ApproximateReceiveCount'],
        }),
        { abortSignal, requestTimeout: WaitTimeSeconds * 1_000 + limits.answerTimeoutMs },
      )
      return (answer.Messages ?? []).map((message) => ({
        id: message.MessageId!,
        body: message.Body!,
        receipt: message.ReceiptHandle!,
        attempt: Number(message.Attributes?.ApproximateReceiveCount ?? 1),
      }))
    },
    async remove(QueueUrl, receipts) {
      if (receipts.length === 0) return
      const Entries = receipts.map((ReceiptHandle, i) => ({ Id: String(i), ReceiptHandle }))
      await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }))
    },
    async hide(QueueUrl, ReceiptHandle, VisibilityTimeout) {
      await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }))
    },
    async depth(QueueUrl) {
      const { Attributes } = await sqs.send(
        new GetQueueAttributesCommand({
          QueueUrl,
          AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
        }),
      )
      return {
        visible: Number(Attributes?.ApproximateNumberOfMessages ?? 0),
        hidden: Number(Attributes?.ApproximateNumberOfMessagesNotVisible ?? 0),
      }
    },
    [Symbol.dispose]() {
      sns.destroy()
      sqs.destroy()
      bridge?.[Symbol.dispose]()
    },
  }
}
