import type { DescService } from '@bufbuild/protobuf'
import type { CallOptions, Client } from '@connectrpc/connect'

/**
 * A service client that adds the shopper's call options to each call. Without a session the authorization is empty, not
 * absent: an absent one would make the call in the BFF host's own name.
 */
export function shopperClient<S extends DescService>(
  client: Client<S>,
  options: () => CallOptions,
): Client<S> {
  return new Proxy(client, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== 'function') return method
      return (input: unknown, given: CallOptions = {}): unknown => {
        const own = options()
        const timeoutMs = Math.min(own.timeoutMs ?? Infinity, given.timeoutMs ?? Infinity)
        const headers = {
          ...Object.fromEntries(new Headers(own.headers)),
          ...Object.fromEntries(new Headers(given.headers)),
        }
        return Reflect.apply(method, target, [input, { ...own, ...given, timeoutMs, headers }])
      }
    },
  })
}
