import type { FastifyRequest } from 'fastify'
import type { Declared } from './bundle/bundle-messages.ts'
import { HttpError } from './http-error.ts'

/**
 * Refuses mutations of loaders, which the shell names as such, unless the called BFF marks each of them `forLoaders`: any link
 * opens a page, also one on another site. @throws HttpError 403 NOT_FOR_LOADERS
 */
export function checkLoaderCall(
  { method, headers }: Pick<FastifyRequest, 'method' | 'headers'>,
  { forLoaders = [] }: Declared,
  procedures: string[],
): void {
  if (headers['x-mall-loader'] === undefined || method === 'GET') return
  const refused = procedures.filter((procedure) => !forLoaders.includes(procedure))
  if (refused.length > 0)
    throw new HttpError(403, 'NOT_FOR_LOADERS', `No loader may call the mutation ${refused.join(', ')}.`)
}
