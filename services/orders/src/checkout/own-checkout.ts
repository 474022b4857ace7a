import type { HandlerContext } from '@connectrpc/connect'
import { actorOf } from '@mallhive/service-kit/auth'
import { prepared } from '@mallhive/service-kit/prepared'
import { and, eq, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { Row } from '../machine/advance.ts'
import { checkouts } from '../schema.ts'
import { domainError } from '../reasons.ts'

/** Returns the caller's checkout. @throws DomainError NO_CHECKOUT also for another caller's */
export async function ownCheckout(
  { db }: Pick<Deps, 'db'>,
  id: string,
  context: HandlerContext,
): Promise<Row> {
  const actor = actorOf(context)
  const [row] = isId(id) ? await find(db).execute({ id, ownerId: actor.id }) : []
  if (!row) throw domainError('NO_CHECKOUT', 'there is no such checkout')
  return row
}

const find = prepared((db: Deps['db']) =>
  db
    .select()
    .from(checkouts)
    .where(and(eq(checkouts.id, sql.placeholder('id')), eq(checkouts.ownerId, sql.placeholder('ownerId')))),
)

export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
