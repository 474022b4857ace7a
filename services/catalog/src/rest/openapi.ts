import { z } from 'zod'
import {
  categoryList,
  listQuery,
  problem,
  product,
  productList,
  searchQuery,
  slugParams,
  withFacets,
} from './schemas.ts'

type Operation = {
  path: string
  id: string
  summary: string
  answer: z.ZodType
  query?: z.ZodObject
  params?: z.ZodObject
}

export const base = '/rest/catalog/v1'

export const operations = {
  listProducts: {
    path: '/products',
    id: 'listProducts',
    summary: 'Products, narrowed, sorted and paged; facets with counts',
    query: listQuery,
    answer: productList,
  },
  getProduct: {
    path: '/products/{slug}',
    id: 'getProduct',
    summary: 'A product; a former slug answers 301 to the present one',
    params: slugParams,
    answer: product,
  },
  listCategories: {
    path: '/categories',
    id: 'listCategories',
    summary: 'The categories, in two levels',
    answer: categoryList,
  },
  search: {
    path: '/search',
    id: 'search',
    summary: 'Products by words, forgiving of typing errors',
    query: searchQuery,
    answer: productList,
  },
} satisfies Record<string, Operation>

/** Returns the API as an OpenAPI 3.1 document, generated from the schemas that its handlers validate with. */
export function openApiDocument(origin: string, facets: string[]) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'MallHive catalogue',
      version: '1.0.0',
      description: 'What is for sale in the mall. Read only.',
    },
    servers: [{ url: `${origin}${base}` }],
    paths: Object.fromEntries(
      Object.values<Operation>(operations).map((op) => [op.path, { get: operationOf(op, facets) }]),
    ),
    components: { schemas: { Problem: jsonSchema(problem, 'output') } },
  }
}

function operationOf(op: Operation, facets: string[]) {
  return {
    operationId: op.id,
    summary: op.summary,
    parameters: [
      ...parametersOf(op.params, 'path'),
      ...parametersOf(op.query && withFacets(op.query, facets), 'query'),
    ],
    responses: {
      200: {
        description: 'OK',
        content: { 'application/json': { schema: jsonSchema(op.answer, 'output') } },
      },
      400: problemAnswer('A parameter does not fit'),
      404: problemAnswer('No such thing'),
    },
  }
}

const problemAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query') {
  if (!schema) return []
  const { properties = {}, required = [] } = jsonSchema(schema, 'input')
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
  }))
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io })
  return rest
}
