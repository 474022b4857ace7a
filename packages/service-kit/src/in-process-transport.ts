import {
  create,
  type DescMessage,
  type DescMethod,
  type DescService,
  fromBinary,
  type Message,
  toBinary,
} from '@bufbuild/protobuf'
import {
  Code,
  ConnectError,
  type ConnectRouter,
  type ConnectRouterOptions,
  createContextKey,
  createContextValues,
  createMethodImplSpec,
  createServiceImplSpec,
  type Interceptor,
  type MethodImplSpec,
  type Transport,
  type UnaryRequest,
  type UnaryResponse,
} from '@connectrpc/connect'
import { callLimit } from './call-limit.ts'
import { sameContracts } from './contracts.ts'
import { copyOf } from './copy-message.ts'

type Unary = Extract<MethodImplSpec, { kind: 'unary' }>
type Next = ReturnType<Interceptor>

const leftMs = createContextKey<() => number | undefined>(() => undefined)

/**
 * Returns a transport to services in this process. It behaves like a call over the wire: interceptors run, messages are
 * copied, errors carry only what the wire would, and the caller's deadline and cancellation end the call. Messages are
 * serialized only when caller and service have different contracts.
 */
export function inProcessTransport(
  routes: (router: ConnectRouter) => void,
  { interceptors = [] }: ConnectRouterOptions,
): { transport: Transport; services: DescService[] } {
  const implementations = new Map<string, Unary>()
  const services: DescService[] = []
  const add = (spec: MethodImplSpec) => {
    if (spec.kind === 'unary') implementations.set(nameOf(spec.method), spec)
  }
  routes({
    handlers: [],
    service(service, implementation) {
      services.push(service)
      Object.values(createServiceImplSpec(service, implementation).methods).forEach(add)
      return this
    },
    rpc(method, implementation) {
      add(createMethodImplSpec(method, implementation))
      return this
    },
  })

  const run: Next = async (request) => {
    const implementation = implementations.get(nameOf(request.method))
    if (request.stream || !implementation) throw unimplemented(request.method)
    const { service, method, header, contextValues } = request
    const { input, output } = implementation.method
    const context = {
      ...request,
      protocolName: 'memory',
      timeoutMs: contextValues.get(leftMs),
      requestHeader: header,
      responseHeader: new Headers(),
      responseTrailer: new Headers(),
      values: contextValues,
    }
    const message = across(method.input, input, request.message)
    const answered = create(output, await implementation.impl(message, context))
    return {
      stream: false,
      service,
      method,
      message: across(output, method.output, answered),
      header: context.responseHeader,
      trailer: context.responseTrailer,
    }
  }
  const answer = interceptors.reduceRight((next, interceptor) => interceptor(next), run)

  const transport: Transport = {
    async unary(method, signal, timeoutMs, given, input) {
      using limit = callLimit(signal, timeoutMs)
      const header = new Headers(given)
      if (timeoutMs !== undefined) header.set('connect-timeout-ms', String(Math.ceil(timeoutMs)))
      const request: UnaryRequest = {
        stream: false,
        service: method.parent,
        method,
        url: `memory:/${nameOf(method)}`,
        requestMethod: 'POST',
        signal: limit.signal,
        header,
        contextValues: createContextValues().set(leftMs, limit.leftMs),
        message: create(method.input, input),
      }
      const response = await limit.within(answer(request).catch(asWireError))
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the implementation of `method` has made it
      return response as UnaryResponse<typeof method.input, typeof method.output>
    },
    stream: (method) => Promise.reject(unimplemented(method)),
  }
  return { transport, services }
}

const nameOf = ({ parent, name }: DescMethod) => `${parent.typeName}/${name}`

/**
 * Copies a message to the receiver's contract. A release bundles contracts of its own, which may be older or newer:
 * then the message is serialized and parsed, as on the wire.
 */
function across(from: DescMessage, to: DescMessage, message: Message): Message {
  return sameContracts(from.file, to.file) ? copyOf(message) : fromBinary(to, toBinary(from, message))
}

const unimplemented = ({ name }: DescMethod) =>
  new ConnectError(`${name} is not implemented`, Code.Unimplemented)

/** Rethrows an error as a client reads it off the wire: code, message, metadata and details, without cause or stack. */
function asWireError(error: unknown): never {
  const { rawMessage, code, metadata, details } = ConnectError.from(error, Code.Internal)
  throw Object.assign(new ConnectError(rawMessage, code, metadata), { details, isWireError: true })
}
