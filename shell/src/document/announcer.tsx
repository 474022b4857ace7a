import { VisuallyHidden } from '@mallhive/design-system'
import { useEffect, useRef, useState } from 'react'

/** Announces the title of a page that is shown without a document load to screen readers. */
export function Announcer({ page }: { page: string }) {
  const [title, setTitle] = useState('')
  const before = useRef(page)
  useEffect(() => {
    if (before.current === page) return
    before.current = page
    setTitle(document.title)
  }, [page])
  return (
    <div aria-live="assertive">
      <VisuallyHidden>{title}</VisuallyHidden>
    </div>
  )
}
