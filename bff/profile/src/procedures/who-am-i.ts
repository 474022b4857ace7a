import { procedure } from '../bff.ts'

/** What the header says of the visitor. A session that cannot be checked reads as signed out; nothing is lost by it. */
export const whoAmI = procedure.query(({ ctx: { actor } }) => ({
  signedIn: actor?.kind === 'account',
  name: actor?.kind === 'account' ? actor.name : '',
}))
