import { createServer } from 'node:net'

const given = new Set<number>()

/** Returns an unused TCP port, never the same twice: the wanted one if it is free, else any. */
export async function freePort(wanted = 0): Promise<number> {
  const port = await tryPort(wanted)
  if (port === undefined || (wanted === 0 && given.has(port))) return freePort()
  given.add(port)
  return port
}

/** Whether a server can listen on the port now. */
export async function isFree(port: number): Promise<boolean> {
  return (await tryPort(port)) !== undefined
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })
}
