/**
 * How a part's HTTP server keeps idle connections. Its answers let clients use one for `keepAliveTimeout` at most, so that a part that
 * fails `/readyz` for longer closes none with a request on its way. It closes them much later itself, because load balancers of AWS
 * ignore that header and keep a connection for as long as their own idle timeout (60 s).
 */
export const keepAlive = { keepAliveTimeout: 4_000, keepAliveTimeoutBuffer: 70_000 }
