import { nameSchema, versionSchema } from '@mallhive/release-runtime/descriptor'
import type { FastifyRequest } from 'fastify'
import { HttpError } from './http-error.ts'

/** Most procedures in one request; the browser's client sends no longer batches. */
const maxBatchSize = 10

const procedureName = /^[A-Za-z]\w{0,63}(?:\.[A-Za-z]\w{0,63}){0,3}$/

export interface NamedRelease {
  mfe: string
  version: string
}

export interface ParsedCall {
  mfe: string
  /** In batch order, repetitions included. */
  procedures: string[]
  release?: NamedRelease
  batch: boolean
  /** JSON: of a batch, an object by position. */
  input: string | null
}

/**
 * Parses a tRPC request with a grammar that allows one spelling per procedure: no empty segments, dots, percent signs or
 * slashes. @throws HttpError 404 for any other path, 400 for too long a batch or a malformed release
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
  const release = parseRelease(mfe, request.headers['x-mall-release'])
  return { mfe, procedures, release, batch, input: search.get('input') }
}

/** Parses `cart@1.5.0`; undefined when absent. @throws HttpError 400 unless it names a release of `mfe` */
export function parseRelease(mfe: string, named: string | string[] | undefined): NamedRelease | undefined {
  if (named === undefined || named === '') return undefined
  const [name, version = ''] = splitOnce(String(named), '@')
  if (name !== mfe || !versionSchema.safeParse(version).success)
    throw new HttpError(400, 'WRONG_RELEASE', `The request does not name a release of "${mfe}".`)
  return { mfe, version }
}

/** @throws HttpError 404 for an invalid procedure name */
export function parseProcedure(procedure: string): string {
  if (procedureName.test(procedure)) return procedure
  throw new HttpError(404, 'NOT_FOUND', 'There is no such procedure.')
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
