import { connection } from 'next/server'
import { Console } from '../../console/console.tsx'
import { deskNote } from '../../server/desk.ts'
import { requestScope, shellProcess } from '../../server/shell-process.ts'

/** The staff console: live releases and their health. It is always a document of its own. */
export default async function ConsolePage() {
  await connection()
  const { overview } = requestScope()
  if (!overview) throw new Error('The console was opened without the release desk’s overview')
  return (
    <>
      <title>Releases · MallHive</title>
      <meta name="robots" content="noindex" />
      <Console
        overview={overview}
        note={deskNote()}
        problems={shellProcess().releases.problems()}
        at={new Date().toISOString()}
      />
    </>
  )
}
