import { Remote } from '@mallhive/mfe-kit'
import { FailedBox, PageFailed } from '../frame/page-failed.tsx'
import { PageLoading } from '../frame/page-loading.tsx'

/** Renders the page's remote with its loader's data. */
export function PageRemote({ name, data }: { name: string; data: unknown }) {
  return <Remote name={name} data={data} fallback={<PagePending />} failed={<PageFailed />} />
}

/** The placeholder that the server sends for a page that only the browser can render. */
function PagePending() {
  return (
    <>
      <PageLoading />
      <noscript>
        <FailedBox status={500} />
      </noscript>
    </>
  )
}
