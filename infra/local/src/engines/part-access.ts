import { createHmac } from 'node:crypto'

import type { FastifyRequest } from 'fastify'
import { z } from 'zod'

import { type Part, mall } from '../../../mall.ts'
import { accessDenied } from './aws-refusal.ts'
import { objectMatcher } from './bucket-policies.ts'
import type { ObjectAddress } from './object-address.ts'
import type { Credentials, FindSecret } from './signature.ts'
import type { EndpointOf } from './subscription-endpoint.ts'

/** Returns the access key of a part. Only the administrator's secret, which no part gets, makes another part's. */
export function partCredentials(administrator: Credentials, part: string): Credentials {
  const secret = createHmac('sha256', administrator.secretAccessKey).update(`access key of ${part}`)
  return { accessKeyId: part, secretAccessKey: secret.digest('hex') }
}

/** Finds the secrets of the administrator and of the parts in infra/mall.ts. */
export function secretFinder(administrator: Credentials): FindSecret {
  return (accessKeyId) => {
    if (accessKeyId === administrator.accessKeyId) return administrator.secretAccessKey
    return partNamed(accessKeyId) && partCredentials(administrator, accessKeyId).secretAccessKey
  }
}

/**
 * Refuses what infra/mall.ts does not give to a part: other objects than its own, other topics than it publishes, other queues
 * than its own. Creating and subscribing its topics and queue is allowed, which Terraform does in production.
 * @param endpointOf returns the queue's ARN of a subscription
 * @throws AwsRefusal AccessDenied
 */
export async function requireGranted(
  request: FastifyRequest,
  address: ObjectAddress,
  name: string,
  endpointOf: EndpointOf,
): Promise<void> {
  const part = partNamed(name)
  if (!part) throw accessDenied()
  const isBus = request.method === 'POST' && address.bucket === ''
  const granted = isBus
    ? await isBusGranted(request, name, part, endpointOf)
    : isObjectGranted(request, address, part)
  if (!granted) throw accessDenied(`The part ${name} has no right to do this`)
}

function partNamed(name: string): Part | undefined {
  const parts: Record<string, Part> = mall
  return Object.hasOwn(parts, name) ? parts[name] : undefined
}

function isObjectGranted(
  { method, headers }: FastifyRequest,
  { bucket, key }: ObjectAddress,
  part: Part,
): boolean {
  const { reads = [], writes = [] } = part.objects ?? {}
  const within = (resources: readonly string[]) => objectMatcher(resources.map((it) => `arn:aws:s3:::${it}`))
  // Listing a bucket shows names of objects only.
  if (method === 'GET' || method === 'HEAD')
    return key === '' ? reads.some((it) => it.startsWith(`${bucket}/`)) : within(reads)(bucket, key)
  const copies = Object.keys(headers).some((header) => /^x-amz-(copy|rename)-source/.test(header))
  return method === 'PUT' && key !== '' && !copies && within(writes)(bucket, key)
}

const snsSchema = z.object({
  Action: z.string().default(''),
  Name: z.string().default(''),
  TopicArn: z.string().default(''),
  SubscriptionArn: z.string().default(''),
  AttributeName: z.string().default(''),
  Endpoint: z.string().default(''),
})
const sqsSchema = z.object({
  QueueName: z.string().default(''),
  QueueUrl: z.string().default(''),
  Attributes: z.object({ RedrivePolicy: z.string().optional() }).optional(),
})

async function isBusGranted(
  { headers, body }: FastifyRequest,
  name: string,
  part: Part,
  endpointOf: EndpointOf,
): Promise<boolean> {
  const { publishes, subscribes = [] } = part
  const queues = [`mallhive-${name}`, `mallhive-${name}-dlq`]
  // The condition by which the emulator tells SQS from SNS.
  if (headers['content-type']?.includes('application/x-amz-json-1.0')) {
    const action = String(headers['x-amz-target']).replace('AmazonSQS.', '')
    const { QueueName, QueueUrl, Attributes } = sqsSchema.parse(body)
    if (action === 'GetQueueUrl') return queues.includes(QueueName)
    if (action === 'CreateQueue')
      return queues.includes(QueueName) && isOwnDeadLetterQueue(Attributes, queues)
    const [, queue = ''] = /^http:\/\/[^/?#]+\/\d{12}\/([\w-]+)$/.exec(QueueUrl) ?? []
    return consumerActions.has(action) && queues.includes(queue)
  }
  const { Action, Name, TopicArn, SubscriptionArn, AttributeName, Endpoint } = snsSchema.parse(body)
  const topic = resourceOf(TopicArn)
  if (Action === 'CreateTopic') return Name === publishes || subscribes.includes(Name)
  if (Action === 'Publish' || Action === 'PublishBatch') return topic === publishes
  if (Action === 'Subscribe') return subscribes.includes(topic) && queues.includes(resourceOf(Endpoint))
  if (Action === 'ListSubscriptionsByTopic') return subscribes.includes(topic)
  if (Action !== 'SetSubscriptionAttributes' || AttributeName !== 'FilterPolicy') return false
  return queues.includes(resourceOf(await endpointOf(SubscriptionArn)))
}

const consumerActions = new Set([
  'ReceiveMessage',
  'DeleteMessage',
  'DeleteMessageBatch',
  'ChangeMessageVisibility',
  'GetQueueAttributes',
])

function isOwnDeadLetterQueue(
  attributes: { RedrivePolicy?: string | undefined } | undefined,
  queues: string[],
) {
  if (attributes?.RedrivePolicy === undefined) return true
  const { deadLetterTargetArn } = redriveSchema.parse(JSON.parse(attributes.RedrivePolicy))
  return queues.includes(resourceOf(deadLetterTargetArn))
}
const redriveSchema = z.object({ deadLetterTargetArn: z.string() })

/** Returns the topic or queue in an ARN (`arn:aws:sns:<region>:<account>:<name>`). */
const resourceOf = (arn: string) => arn.split(':')[5] ?? ''
