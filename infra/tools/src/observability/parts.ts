import { type Part, mall } from '../../../mall.ts'

/** A part of infra/mall.ts that runs as a deployment and is scraped. */
export type ScrapedPart = Part & { name: string }

/** The parts that Prometheus scrapes. The edge is one only where CloudFront does not stand in its place. */
export const scrapedParts: ScrapedPart[] = Object.entries<Part>(mall)
  .filter(([, { kind }]) => ['service', 'bff', 'shell', 'edge'].includes(kind))
  .map(([name, part]) => ({ ...part, name }))

/** Parts that must always run. */
export const lastingParts: ScrapedPart[] = scrapedParts.filter(
  ({ kind, expendable }) => kind !== 'edge' && !expendable,
)

/** Returns a regular expression for the label `part`. */
export const anyOf = (parts: ScrapedPart[]): string => parts.map(({ name }) => name).join('|')
