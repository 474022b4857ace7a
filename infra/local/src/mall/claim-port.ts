import { portOwner } from '../edge/port-owner.ts'
import { freePort, isFree } from '../free-port.ts'

/** Throws when the port is taken; called before the build, so that `npm start` fails at once. */
export async function claimPort(port: number): Promise<number> {
  if (port === 0) return freePort()
  if (await isFree(port)) return port
  const owner = portOwner(port)
  const who = owner ? `${owner} has it` : 'another process has it'
  throw new Error(`Port ${port} is taken: ${who}. Stop that, or choose another: PORT=${port + 1} npm start`)
}
