import { SignInFirst } from '../frame/sign-in-first.tsx'
import { PageFailed } from '../frame/page-failed.tsx'
import { PageNotFound } from '../frame/page-not-found.tsx'
import { BrowserPage } from './browser-page.tsx'
import { PageHead } from './page-head.tsx'
import { PageRemote } from './page-remote.tsx'
import type { PageContent } from './view.ts'

/** Renders the content of a view. */
export function PageView({ content }: { content: PageContent }) {
  switch (content.kind) {
    case 'page':
      return (
        <>
          <PageHead head={content.head} />
          <PageRemote name={content.name} data={content.data} />
        </>
      )
    case 'browser':
      return <BrowserPage name={content.name} params={content.params} />
    case 'not-found':
      return <PageNotFound />
    case 'sign-in-first':
      return <SignInFirst />
    default:
      return <PageFailed status={content.status} />
  }
}
