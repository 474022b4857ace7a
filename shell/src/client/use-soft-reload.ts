import { useToast } from '@mallhive/design-system'
import { afterSoftReload } from '@mallhive/mfe-kit/soft-reload'
import { useEffect } from 'react'

/** Restores the state that a soft reload saved, and shows a message about it. */
export function useSoftReload(): void {
  const toast = useToast()
  useEffect(() => {
    void goOn()

    async function goOn() {
      const result = await afterSoftReload()
      if (!result) return
      const description =
        result.lost === 0
          ? 'What you typed is still here.'
          : 'Some of what you typed no longer has a field on this page. Please check it.'
      toast({ title: 'This page was updated.', description, timeoutMs: 12_000 })
    }
  }, [toast])
}
