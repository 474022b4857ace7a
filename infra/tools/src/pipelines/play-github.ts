import { once } from 'node:events'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export type Comment = { id: number; body: string }

/** Opens a server that knows of GitHub's API what comments on pull requests need. `comments` are those of every pull request. */
export async function playGitHub(
  comments: Comment[] = [],
): Promise<AsyncDisposable & { url: string; comments: Comment[] }> {
  const answer = async (req: IncomingMessage, res: ServerResponse) => {
    if (req.method === 'GET') return res.end(JSON.stringify(comments))
    const { body }: { body: string } = JSON.parse(await text(req))
    const id = Number(req.url?.split('/').at(-1))
    const known = comments.find((comment) => comment.id === id && req.method === 'PATCH')
    if (known) known.body = body
    else comments.push({ id: comments.length + 10, body })
    return res.end('{}')
  }
  const server = createServer((req, res) => void answer(req, res)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    comments,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
