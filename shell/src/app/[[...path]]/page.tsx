import { permanentRedirect, redirect } from 'next/navigation'
import { connection } from 'next/server'
import { BrowserPage } from '../../client/browser-page.tsx'
import { PageRemote } from '../../client/page-remote.tsx'
import { LeaveDocument } from '../../client/leave-document.tsx'
import { PageFailed } from '../../frame/page-failed.tsx'
import { PageNotFound } from '../../frame/page-not-found.tsx'
import { PageHead } from '../../server/page-head.tsx'
import { runPage } from '../../server/page-outcome.ts'
import { requestScope } from '../../server/shell-process.ts'

/** Renders every page of the mall: the routes of the assigned releases determine the remote. */
export default async function Page() {
  await connection()
  const scope = requestScope()
  if (scope.outdated) return <LeaveDocument path={pathOf(scope.url)} />

  const outcome = await runPage(scope)
  switch (outcome.kind) {
    case 'page': {
      const { name, data, meta, state } = outcome
      if (meta.status) scope.setStatus(meta.status)
      scope.page = name
      return (
        <>
          <PageHead meta={meta} />
          <PageRemote name={name} data={data} state={state} />
        </>
      )
    }
    case 'browser':
      return <BrowserPage name={outcome.name} params={outcome.params} />
    case 'redirect':
      return outcome.permanent ? permanentRedirect(outcome.path) : redirect(outcome.path)
    case 'not-found':
      scope.setStatus(404)
      return <PageNotFound />
    default:
      scope.setStatus(outcome.status)
      return <PageFailed status={outcome.status} />
  }
}

/** Returns path and query of the page without the parameters that Next adds to its fetches. */
function pathOf({ pathname, searchParams }: URL): string {
  const search = new URLSearchParams(searchParams)
  search.delete('_rsc')
  return search.size > 0 ? `${pathname}?${search}` : pathname
}
