import { createServer } from 'node:net'
import { once } from 'node:events'

const taken = '250 taken\r\n'

/**
 * Opens a minimal SMTP server (RFC 5321). `refuseNext` answers the next mails with 451, `refuseFor` a recipient with 550;
 * `holdUntil` delays the answer to mails until the promise settles.
 */
export async function openTestSmtp() {
  const mails: { to: string[]; data: string }[] = []
  const unknown = new Set<string>()
  let refuse = 0
  let held: Promise<void> | undefined
  const server = createServer((socket) => {
    let to: string[] = []
    let data: string | undefined
    let pending = ''
    socket.on('error', () => socket.destroy())
    socket.write('220 test\r\n')
    socket.on('data', (chunk: Buffer) => {
      const lines = (pending + chunk.toString('utf8')).split('\r\n')
      pending = lines.pop() ?? ''
      for (const line of lines) {
        const reply = answer(line)
        if (held && reply === taken) void held.then(() => socket.write(reply))
        else socket.write(reply)
      }
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
        return taken
      }
      if (/^RCPT TO:/i.test(line)) {
        const recipient = /<(.*)>/.exec(line)?.[1] ?? ''
        if (unknown.has(recipient)) return '550 no such person\r\n'
        to.push(recipient)
      }
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
    refuseFor: (recipient: string) => void unknown.add(recipient),
    holdUntil: (settled: Promise<void> | undefined) => void (held = settled),
    async [Symbol.asyncDispose]() {
      server.close()
    },
  }
}
