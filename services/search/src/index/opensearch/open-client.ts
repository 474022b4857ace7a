import { Client } from '@opensearch-project/opensearch'

/** Opens a client of the node at `url`, which holds user and password. */
export function openClient(url: string): Client {
  return new Client({ node: url, requestTimeout: 30_000, maxRetries: 0 })
}
