import { z } from 'zod'

export const configSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int(),
  /** Loopback port of /metrics: visitors reach the other one. */
  METRICS_PORT: z.coerce.number().int().optional(),
  /** Folder of the certificate that origins are shown; without it they are asked by plain HTTP. */
  TLS_FOLDER: z.string().optional(),
  /** The shoppers' origin. Its scheme is sent to origins as X-Forwarded-Proto. */
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }),
  /** Origin of the preview host. */
  PREVIEW_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  /** Base URL of each origin of routes.json, as JSON. */
  EDGE_ORIGINS: z
    .string()
    .transform((json): unknown => JSON.parse(json))
    .pipe(z.record(z.string(), z.url())),
  /** Further host names that the edge answers for, separated by commas. */
  EDGE_HOSTS: z.string().default(''),
  /** Multiplies the budgets of every route; 0 switches them off, for load work. */
  RATE_LIMIT_SCALE: z.coerce.number().min(0).default(1),
})

export type EdgeConfig = z.infer<typeof configSchema>
