import { connection } from 'next/server'
import { Console } from '../../console/console.tsx'
import { PageFailed } from '../../frame/page-failed.tsx'
import { SignInFirst } from '../../console/sign-in-first.tsx'
import { askDesk, deskNote } from '../../server/desk.ts'
import { requestScope, shellProcess } from '../../server/shell-process.ts'

/** The staff console: live releases and their health. */
export default async function ConsolePage() {
  await connection()
  const scope = requestScope()
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
