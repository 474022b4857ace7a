import { request } from 'node:http'
import { json } from 'node:stream/consumers'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

// Runs a handler in AWS Lambda (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html), which has no runtime of this Node:
// `node runtime.mjs <module>` calls the `handler` that the module exports, one event after the other.
const api = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`
const [module = ''] = process.argv.slice(2)

const { handler } = await import(pathToFileURL(resolve(module)).href).catch(async (error) => {
  await send('/init/error', failureOf(error))
  throw error
})
while (true) {
  const { headers, body: event } = await call('GET', '/invocation/next')
  const id = String(headers['lambda-runtime-aws-request-id'])
  const deadlineMs = Number(headers['lambda-runtime-deadline-ms'])
  const context = { awsRequestId: id, getRemainingTimeInMillis: () => deadlineMs - Date.now() }
  try {
    await send(`/invocation/${id}/response`, (await handler(event, context)) ?? null)
  } catch (error) {
    console.error(JSON.stringify({ level: 50, requestId: id, ...failureOf(error) }))
    await send(`/invocation/${id}/error`, failureOf(error))
  }
}

/** @param {string} path @param {unknown} body */
function send(path, body) {
  return call('POST', path, JSON.stringify(body))
}

/**
 * Without a time limit: between two events Lambda lets the process stand still.
 * @param {string} method @param {string} path @param {string} [body]
 * @returns {Promise<{ headers: import('node:http').IncomingHttpHeaders, body: any }>}
 */
function call(method, path, body) {
  const { promise, resolve: answer, reject } = Promise.withResolvers()
  request(`${api}${path}`, { method }, (response) => {
    void json(response).then((parsed) => answer({ headers: response.headers, body: parsed }), reject)
  })
    .on('error', reject)
    .end(body)
  return promise
}

/** @param {unknown} error */
function failureOf(error) {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  return { errorType: name, errorMessage: message, stackTrace: stack.split('\n').slice(1) }
}
