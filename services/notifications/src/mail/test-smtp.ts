import { createServer } from 'node:net'
import { once } from 'node:events'

interface ReceivedMail {
  to: string[]
  data: string
}

/** Somebody else's SMTP server, as far as a client sees it (RFC 5321); `refuse` makes it turn the next mails away. */
export async function openTestSmtp() {
  const mails: ReceivedMail[] = []
  let refuse = 0
  const server = createServer((socket) => {
    let to: string[] = []
    let data: string | undefined
    let pending = ''
    socket.on('error', () => socket.destroy())
    socket.write('220 test\r\n')
    socket.on('data', (chunk: Buffer) => {
      const lines = (pending + chunk.toString('utf8')).split('\r\n')
      pending = lines.pop() ?? ''
      for (const line of lines) socket.write(answer(line))
    })
    const answer = (line: string): string => {
      if (data !== undefined) {
        if (line !== '.') {
          data += `${line}\n`
          return ''
        }
        const mail = { to, data }
        ;[to, data] = [[], undefined]
        if (refuse-- > 0) return '451 try again\r\n'
        mails.push(mail)
        return '250 taken\r\n'
      }
      if (/^RCPT TO:/i.test(line)) to.push(/<(.*)>/.exec(line)?.[1] ?? '')
      if (!/^DATA/i.test(line)) return '250 ok\r\n'
      data = ''
      return '354 go on\r\n'
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const at = server.address()
  return {
    mails,
    url: `smtp://127.0.0.1:${typeof at === 'object' ? at?.port : 0}`,
    refuseNext: (count: number) => void (refuse = count),
    async [Symbol.asyncDispose]() {
      server.close()
    },
  }
}
