import { constants } from 'node:crypto'
import type { LookupFunction, Socket } from 'node:net'
import { lookup as resolve } from 'node:dns'
import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import https from 'node:https'
import { join } from 'node:path'
import { type ConnectionOptions, type TLSSocket, createServer as createTlsServer } from 'node:tls'
import { Agent, setGlobalDispatcher } from 'undici'

type Env = Record<string, string | undefined>

/**
 * Makes every HTTPS request of this process show the certificate in TLS_FOLDER, and end unless the server's is of the same authority
 * and names the host: requests by `fetch`, and by `node:https` with its global agent. Without TLS_FOLDER it does nothing.
 * @returns the options of further clients
 */
export function showCertificate(env: Env): ConnectionOptions {
  const certificate = readCertificate(env)
  if (!certificate) return {}
  const options = { ...certificate, lookup }
  https.globalAgent = new https.Agent({ keepAlive: true, maxSockets: 128, ...options })
  setGlobalDispatcher(new Agent({ connect: options, allowH2: false }))
  return options
}

/**
 * Makes a server speak TLS only, with clients whose certificate is of the authority in TLS_FOLDER and names one of TLS_CALLERS.
 * Without TLS_FOLDER it does nothing.
 * @param onRefused gets the reason for which a connection was ended
 * @param protocols what the server speaks, as ALPN names it
 */
export function demandCertificates(
  server: Server,
  env: Env,
  onRefused: (reason: string) => void,
  protocols = ['http/1.1'],
): void {
  const certificate = readCertificate(env)
  if (!certificate) return
  const callers = (env['TLS_CALLERS'] ?? '').split(',')
  const accept = server.listeners('connection') as ((socket: Socket) => void)[]
  const encrypted = createTlsServer(
    {
      ...certificate,
      requestCert: true,
      // Node ends connections without a valid certificate itself, but does not say why.
      rejectUnauthorized: false,
      // A session that is taken up by a ticket shows no certificate, and goes on after its end.
      secureOptions: constants.SSL_OP_NO_TICKET,
      ALPNProtocols: protocols,
    },
    (socket) => {
      const refusal = refusalOf(socket, callers)
      if (refusal === undefined) for (const listener of accept) listener.call(server, socket)
      else {
        onRefused(refusal)
        socket.destroy()
      }
    },
  )
  encrypted.on('tlsClientError', ({ message }) => onRefused(message))
  server.removeAllListeners('connection').on('connection', (socket) => encrypted.emit('connection', socket))
}

function refusalOf(socket: TLSSocket, callers: string[]): string | undefined {
  if (!socket.authorized) return `no valid certificate: ${String(socket.authorizationError)}`
  const caller = String(socket.getPeerCertificate().subject.CN)
  return callers.includes(caller) ? undefined : `${caller} may not call`
}

/** The certificate of this part, its key, and the authority that vouches for parts. @throws Error when a file is missing */
function readCertificate({ TLS_FOLDER }: Env) {
  if (!TLS_FOLDER) return undefined
  const read = (name: string) => readFileSync(join(TLS_FOLDER, `${name}.pem`), 'utf8')
  return { ca: read('ca'), cert: read('cert'), key: read('key'), minVersion: 'TLSv1.3' } as const
}

/** Resolves names below localhost to this machine, as RFC 6761 asks of resolvers; not all do. */
const lookup: LookupFunction = (host, options, done) => {
  if (!host.endsWith('.localhost')) resolve(host, options, done)
  else if (options.all) done(null, [{ address: '127.0.0.1', family: 4 }])
  else done(null, '127.0.0.1', 4)
}
