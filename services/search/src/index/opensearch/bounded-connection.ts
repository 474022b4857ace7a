import { Connection } from '@opensearch-project/opensearch'

/** A connection on which the whole answer must arrive within a request's timeout: the client's own ends with the first byte. */
export class BoundedConnection extends Connection {
  override request(...[params, callback]: Parameters<Connection['request']>) {
    const request = super.request(params, callback)
    const timer = setTimeout(() => request.destroy(), Number(params.timeout))
    request.once('close', () => clearTimeout(timer))
    return request
  }
}
