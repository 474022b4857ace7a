import type { FastifyReply, FastifyRequest } from 'fastify'

/** A refusal with the status and error code that AWS SDKs expect. */
export class AwsRefusal extends Error {
  override name = 'AwsRefusal'
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export const accessDenied = (message = 'Access Denied') => new AwsRefusal(403, 'AccessDenied', message)

/** Answers a refusal in the format of the called service: SQS in JSON, the others in XML. */
export function sendRefusal(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { status, code, message }: AwsRefusal,
): FastifyReply {
  if (headers['content-type']?.includes('x-amz-json'))
    return reply.code(status).type('application/x-amz-json-1.0').send({ __type: code, message })
  const error = `<Error><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`
  return reply.code(status).type('application/xml').send(`<?xml version="1.0" encoding="UTF-8"?>\n${error}`)
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
