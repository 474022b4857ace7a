import { measureAs } from '@mallhive/service-kit/measure-http'
import type { FastifyRequest } from 'fastify'

/** Procedures that have answered. Others are counted together, so that visitors cannot invent names. */
const known = new Set<string>()

/**
 * Counts a request of a live micro frontend by its procedures; of a batch each counts with the time of the whole. The function
 * that it returns notes the bundle’s answer: a failed procedure makes its batch a failed one.
 */
export function nameProcedures(request: FastifyRequest, mfe: string, procedures: string[]) {
  const note = (status?: number) => {
    const names = procedures.map((procedure) => (known.has(`${mfe}/${procedure}`) ? procedure : 'other'))
    measureAs(request, { mfe, routes: [...new Set(names)], ...(status !== undefined && { status }) })
  }
  note()
  return ({ status, body }: { status: number; body?: Buffer }): void => {
    if (status === 200) for (const procedure of procedures) known.add(`${mfe}/${procedure}`)
    note(status === 207 && body?.includes(failedWithin) ? 500 : undefined)
  }
}

/** tRPC’s shape of an error; a string cannot contain it, because its quotes would be escaped. */
const failedWithin = '"httpStatus":5'
