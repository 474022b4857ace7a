import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** An empty account, as far as planning it reads AWS. */
export async function openAccount(number: string): Promise<{ url: string } & AsyncDisposable> {
  const answers = { ...known, GetCallerIdentity: identity(number) }
  const server = createServer((request, response) => void answer(answers, request, response))
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

async function answer(
  answers: Record<string, string>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await text(request)
  const action = String(request.headers['x-amz-target'] ?? new URLSearchParams(body).get('Action'))
  const found = answers[action]
  response.writeHead(found === undefined ? 501 : 200, {
    'content-type': found?.startsWith('{') ? 'application/x-amz-json-1.1' : 'text/xml',
  })
  response.end(found ?? `planning does not read ${action}`)
}

const identity = (
  number: string,
) => `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
<GetCallerIdentityResult><Arn>arn:aws:iam::${number}:root</Arn><UserId>AIDA</UserId><Account>${number}</Account></GetCallerIdentityResult>
<ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetCallerIdentityResponse>`

const known: Record<string, string> = {
  // Those of CloudFront, from which the load balancer is reached.
  DescribeManagedPrefixLists: `<DescribeManagedPrefixListsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
<requestId>1</requestId><prefixListSet><item><prefixListId>pl-1</prefixListId><ownerId>AWS</ownerId><state>create-complete</state>
<prefixListName>com.amazonaws.global.cloudfront.origin-facing</prefixListName></item></prefixListSet></DescribeManagedPrefixListsResponse>`,
  GetManagedPrefixListEntries: `<GetManagedPrefixListEntriesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
<requestId>1</requestId><entrySet/></GetManagedPrefixListEntriesResponse>`,
  'secretsmanager.GetRandomPassword': JSON.stringify({ RandomPassword: 'x'.repeat(64) }),
}
