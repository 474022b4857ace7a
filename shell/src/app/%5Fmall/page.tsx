import { connection } from 'next/server'
import { LeaveDocument } from '../../client/leave-document.tsx'
import { Console } from '../../console/console.tsx'
import { PageFailed } from '../../frame/page-failed.tsx'
import { SignInFirst } from '../../console/sign-in-first.tsx'
import { askDesk, deskNote } from '../../server/desk.ts'
import { requestScope, shellProcess } from '../../server/shell-process.ts'

/** The staff console: live releases and their health. It is always a document of its own. */
export default async function ConsolePage() {
  await connection()
  const scope = requestScope()
  // Only the console's own document has a policy that lets its forms lead to the preview host.
  if (scope.navigates) return <LeaveDocument path="/_mall" />
  const answer = await askDesk()
  if ('overview' in answer) {
    return (
      <>
        <title>Releases · MallHive</title>
        <meta name="robots" content="noindex" />
        <Console
          overview={answer.overview}
          note={deskNote()}
          problems={shellProcess().releases.problems()}
          at={new Date().toISOString()}
        />
      </>
    )
  }
  scope.setStatus(answer.status)
  return answer.status === 401 ? <SignInFirst /> : <PageFailed status={answer.status} />
}
