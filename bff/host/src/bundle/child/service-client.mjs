/**
 * Creates a service client that sends each method's name and encoded message to the host, which makes the call.
 * @template {import('@bufbuild/protobuf').DescService} S
 * @param {S} service
 * @param {import('./open-call.mjs').Protobuf} protobuf
 * @param {(head: object, body: Uint8Array) => Promise<{ body: Buffer }>} ask
 * @returns {import('@connectrpc/connect').Client<S>}
 */
export function serviceClient(service, { create, fromBinary, toBinary }, ask) {
  const methods = service.methods.map((method) => {
    const rpc = `${service.typeName}/${method.name}`
    /** @param {Record<string, unknown>} input @param {{ timeoutMs?: number }} [options] */
    const call = async (input, { timeoutMs } = {}) => {
      const message = toBinary(method.input, create(method.input, input))
      const { body } = await ask({ t: 'rpc', rpc, timeoutMs }, message)
      return fromBinary(method.output, body)
    }
    return [method.localName, call]
  })
  return Object.fromEntries(methods)
}
