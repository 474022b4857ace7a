import { nameSchema, versionSchema } from '@mallhive/release-runtime/descriptor'
import type { FastifyRequest } from 'fastify'
import { HttpError } from './http-error.ts'

/** Procedures in one request. The browser's client sends no longer batches. */
const maxBatchSize = 10

const procedureName = /^[A-Za-z]\w{0,63}(?:\.[A-Za-z]\w{0,63}){0,3}$/

export interface NamedRelease {
  mfe: string
  version: string
}

export interface ParsedCall {
  mfe: string
  /** In the order of the batch, repeated ones as often as they are called. */
  procedures: string[]
  release?: NamedRelease
  /** The address that the router gets. It is built from what was parsed, so what is counted is what runs. */
  path: string
}

/**
 * Reads a tRPC request by a grammar that leaves no second spelling of a procedure: no empty segments, dots, percent signs,
 * slashes. @throws HttpError 404 for any other path, 400 for a batch that is too long or a release that is none
 */
export function parseCall(request: Pick<FastifyRequest, 'url' | 'headers'>): ParsedCall {
  const [path, query = ''] = splitOnce(request.url, '?')
  const [, mfe = '', called = ''] = /^\/api\/([^/]+)\/(.*)$/.exec(path) ?? []
  const search = new URLSearchParams(query)
  const batch = search.get('batch') === '1'
  const procedures = batch ? called.split(',') : [called]
  if (procedures.length > maxBatchSize)
    throw new HttpError(400, 'BAD_REQUEST', `A batch has at most ${maxBatchSize} calls.`)
  if (!nameSchema.safeParse(mfe).success || !procedures.every((name) => procedureName.test(name)))
    throw new HttpError(404, 'NOT_FOUND', 'There is no such procedure.')
  const input = search.get('input')
  const own = new URLSearchParams({ ...(batch && { batch: '1' }), ...(input !== null && { input }) })
  return {
    mfe,
    procedures,
    release: parseRelease(mfe, request.headers['x-mall-release']),
    path: `/api/${mfe}/${procedures.join()}?${own.toString()}`,
  }
}

/** Reads `cart@1.5.0`. @throws HttpError 400 for anything but a release of `mfe`, or nothing */
export function parseRelease(mfe: string, named: string | string[] | undefined): NamedRelease | undefined {
  if (named === undefined || named === '') return undefined
  const [name, version = ''] = splitOnce(String(named), '@')
  if (name !== mfe || !versionSchema.safeParse(version).success)
    throw new HttpError(400, 'WRONG_RELEASE', `The request does not name a release of "${mfe}".`)
  return { mfe, version }
}

/** @throws HttpError 404 for a name that no procedure can have */
export function parseProcedure(procedure: string): string {
  if (procedureName.test(procedure)) return procedure
  throw new HttpError(404, 'NOT_FOUND', 'There is no such procedure.')
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
