import { z } from 'zod'

import routes from '../../../edge/routes.json' with { type: 'json' }
import securityHeaders from '../../../edge/security-headers.json' with { type: 'json' }

const limits = {
  /** TRACE and CONNECT are not allowed: no origin uses them. */
  methods: z.array(z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])).min(1),
  /** Bodies are buffered whole, so the limit is small; larger files use a signed upload to a bucket. */
  maxBodyBytes: z.int().min(1).max(1_048_576),
  /** Maximum time from the request's headers to the last byte of its body. */
  bodyTimeoutMs: z.int().positive(),
  /** Maximum time from the request to the headers of the origin's answer. */
  originTimeoutMs: z.int().positive(),
  /** Requests of one address per minute, and requests in progress at once; more are answered 429 with Retry-After. */
  perMinute: z.int().positive(),
  atOnce: z.int().positive(),
}
const defaults = z.strictObject(limits)

const route = z.strictObject({
  path: z.string().regex(/^\/[\w.*/-]*$/),
  origin: z.string(),
  /** The policy in security-headers.json. */
  security: z.string(),
  cache: z.literal('immutable').optional(),
  /** The bucket has .br and .gz siblings of each file. */
  precompressed: z.boolean().optional(),
  /** Pages of any origin may read the answer. */
  cors: z.boolean().optional(),
  /** A failure of the origin is answered 204. */
  ignoreOriginFailure: z.boolean().optional(),
  ...defaults.partial().shape,
})

const headers = z.record(z.string().regex(/^[a-z-]+$/), z.string().min(1))

/** The contents of infra/edge/routes.json and security-headers.json, which also configure CloudFront. */
export const edgeTableSchema = z
  .strictObject({
    /** Maximum time from a request's first byte to the end of its headers. Global: the route is not known before. */
    headersTimeoutMs: z.int().positive(),
    /** Origins that are buckets; the edge builds its own requests to them. */
    buckets: z.array(z.string()),
    /** Paths that operators read on the private network; the edge answers 404. */
    private: z.array(z.string().regex(/^\/\w+$/)),
    /** On the preview host: origins that replace others, and origins that it does not reach (404). */
    previewHost: z.strictObject({
      origins: z.record(z.string(), z.string()),
      refused: z.array(z.string()),
    }),
    defaults,
    routes: z.array(route).min(1),
    securityHeaders: z.strictObject({ common: headers, policies: z.record(z.string(), headers) }),
  })
  .transform((table) => ({
    ...table,
    routes: table.routes.map((line) => ({ ...table.defaults, ...line })),
  }))
  .superRefine(({ buckets, routes: lines, securityHeaders: { policies } }, check) => {
    if (lines.at(-1)?.path !== '/*')
      check.addIssue('The last route has to be the one for everything else (/*).')
    for (const { path, origin, security, methods } of lines) {
      if (!policies[security]) check.addIssue(`${path}: security-headers.json has no policy ${security}.`)
      if (buckets.includes(origin) && methods.some((method) => method !== 'GET' && method !== 'HEAD'))
        check.addIssue(`${path}: a bucket is only read through the edge.`)
    }
  })

export type EdgeTable = z.infer<typeof edgeTableSchema>
export type Route = EdgeTable['routes'][number]

export const edgeTable: EdgeTable = edgeTableSchema.parse({ ...routes, securityHeaders })

/** Returns the names of all origins that the table leads to. */
export function originNames({ routes: lines, previewHost }: EdgeTable): string[] {
  return [...new Set([...lines.map(({ origin }) => origin), ...Object.values(previewHost.origins)])]
}

/** Returns a function that finds the first route whose pattern fits a path. As in CloudFront, * is any run of characters. */
export function routeFinder({ routes: lines }: EdgeTable): (path: string) => Route | undefined {
  const patterns = lines.map((line) => ({ line, pattern: patternOf(line.path) }))
  return (path) => patterns.find(({ pattern }) => pattern.test(path))?.line
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', String.raw`\.`).replaceAll('*', '.*')}$`)
}
