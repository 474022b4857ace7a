import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An account that planning asks who it is: enough for the plan of an empty account, which reads nothing else of AWS. */
export async function openAccount(): Promise<{ url: string } & AsyncDisposable> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const target = request.headers['x-amz-target']
      const answer = target === undefined ? callerIdentity : answers[String(target)]
      response.writeHead(answer === undefined ? 501 : 200, {
        'content-type': target === undefined ? 'text/xml' : 'application/x-amz-json-1.1',
      })
      response.end(answer ?? JSON.stringify({ __type: 'NotImplemented', message: String(target) }))
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => void server.close(resolve))
    },
  }
}

const answers: Record<string, string> = {
  'secretsmanager.GetRandomPassword': JSON.stringify({ RandomPassword: 'x'.repeat(64) }),
}

const callerIdentity = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
<GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:root</Arn><UserId>AIDA</UserId><Account>123456789012</Account></GetCallerIdentityResult>
<ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetCallerIdentityResponse>`
