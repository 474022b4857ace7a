import { procedure } from '../bff.ts'

/** Returns the visitor for the header. A session that cannot be verified reads as signed out; the cookie is kept. */
export const whoAmI = procedure.meta({ anonymousFor: 3600 }).query(({ ctx: { actor } }) => ({
  signedIn: actor?.kind === 'account',
  name: actor?.kind === 'account' ? actor.name : '',
}))
