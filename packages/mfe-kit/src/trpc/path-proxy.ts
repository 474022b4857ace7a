/**
 * Returns an object of any depth whose methods call `invoke` with their path: `proxy.cart.items.query(1)` → `(['cart',
 * 'items'], 'query', [1])`.
 */
export function pathProxy<T>(invoke: (path: string[], method: string, args: unknown[]) => unknown): T {
  return at([])

  function at<Node>(path: string[]): Node {
    const children = new Map<string, unknown>()
    // The target is a function, so that every node can be called.
    const target: Node & object = Object.assign(() => undefined)
    return new Proxy(target, {
      get(_, name) {
        // Without `then`, so that `await` does not take a node for a promise.
        if (typeof name !== 'string' || name === 'then') return undefined
        if (!children.has(name)) children.set(name, at([...path, name]))
        return children.get(name)
      },
      apply: (_, __, args: unknown[]) => invoke(path.slice(0, -1), path.at(-1) ?? '', args),
    })
  }
}
