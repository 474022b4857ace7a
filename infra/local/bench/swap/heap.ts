import { readFileSync } from 'node:fs'

/** Option of Node that makes a process write the address of its inspector to its log. */
export const inspectable = '--inspect=127.0.0.1:0'

/** Returns the used heap in MB, after a full garbage collection, of the process that writes this log. */
export async function heapMbOf(logFile: string): Promise<number> {
  const address = /Debugger listening on (ws:\S+)/.exec(readFileSync(logFile, 'utf8'))?.[1]
  if (!address) throw new Error(`${logFile} names no inspector`)
  const socket = new WebSocket(address)
  try {
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve)
      socket.addEventListener('error', reject)
    })
    await ask(socket, 1, 'HeapProfiler.collectGarbage')
    const { usedSize } = await ask(socket, 2, 'Runtime.getHeapUsage')
    return (usedSize ?? 0) / 1e6
  } finally {
    socket.close()
  }
}

function ask(socket: WebSocket, id: number, method: string): Promise<{ usedSize?: number }> {
  const { promise, resolve } = Promise.withResolvers<{ usedSize?: number }>()
  const listen = ({ data }: MessageEvent) => {
    const message = JSON.parse(String(data)) as { id?: number; result?: { usedSize?: number } }
    if (message.id !== id) return
    socket.removeEventListener('message', listen)
    resolve(message.result ?? {})
  }
  socket.addEventListener('message', listen)
  socket.send(JSON.stringify({ id, method }))
  return promise
}
