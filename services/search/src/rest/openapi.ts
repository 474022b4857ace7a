import { z } from 'zod'
import { found, problem, searchQuery, suggestions, suggestQuery, withFacets } from './schemas.ts'

type Operation = {
  path: string
  id: string
  summary: string
  query: z.ZodObject
  answer: z.ZodType
  /** Whether each facet is a parameter, too. */
  faceted: boolean
}

export const base = '/rest/search/v1'

export const operations = {
  search: {
    path: '/search',
    id: 'search',
    summary: 'Products of a query, a category or a shop, best first; facets with counts',
    query: searchQuery,
    answer: found,
    faceted: true,
  },
  suggest: {
    path: '/suggest',
    id: 'suggest',
    summary: 'Products, categories, shops and completed words for what is typed so far',
    query: suggestQuery,
    answer: suggestions,
    faceted: false,
  },
} satisfies Record<string, Operation>

/** Returns the API as an OpenAPI 3.1 document, generated from the schemas that its handlers validate with. */
export function openApiDocument(origin: string, facets: string[]) {
  return {
    openapi: '3.1.0',
    info: { title: 'MallHive search', version: '1.0.0', description: 'Finds products. Read only.' },
    servers: [{ url: `${origin}${base}` }],
    paths: Object.fromEntries(
      Object.values<Operation>(operations).map((op) => [op.path, { get: operationOf(op, facets) }]),
    ),
    components: { schemas: { Problem: jsonSchema(problem, 'output') } },
  }
}

const operationOf = ({ id, summary, query, answer, faceted }: Operation, facets: string[]) => ({
  operationId: id,
  summary,
  parameters: parametersOf(faceted ? withFacets(query, facets) : query),
  responses: {
    200: {
      description: 'OK',
      content: { 'application/json': { schema: jsonSchema(answer, 'output') } },
    },
    400: problemAnswer('A parameter does not fit'),
    404: problemAnswer('No such category'),
    429: problemAnswer('Too many requests at once'),
    503: problemAnswer('The engine of the index does not answer, or the index is being filled'),
  },
})

const problemAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

function parametersOf(schema: z.ZodObject) {
  const { properties = {}, required = [] } = jsonSchema(schema, 'input')
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: property,
  }))
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io })
  return rest
}
