const known: Record<string, string> = {
  ReactElement: '{ type: unknown; props: unknown; key: string | null }',
  Element: 'ReactElement',
  ReactPortal: 'ReactElement & { children: ReactNode }',
  ReactNode:
    'string | number | bigint | boolean | ReactElement | Iterable<ReactNode> | PromiseLike<ReactNode> | null | undefined',
  CSSProperties: 'Record<string, string | number | undefined>',
}

/** Returns declarations of React's types that props name: renderable types precisely, all others as `any`. */
export function reactTypes(texts: string[]): string {
  const named = texts.flatMap((text) =>
    [...text.matchAll(/\bReact\.(\w+)/g)].flatMap(([, name]) => name ?? []),
  )
  const names = new Set([...Object.keys(known), ...named])
  const types = [...names].map((name) => `export type ${name} = ${known[name] ?? 'any'}`)
  return `declare namespace React { ${types.join('; ')} }`
}
