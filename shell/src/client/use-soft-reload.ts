import { useToast } from '@mallhive/design-system'
import { afterSoftReload } from '@mallhive/mfe-kit/soft-reload'
import { useEffect } from 'react'
import { useMessages } from '../messages.ts'

/** Restores the state that a soft reload saved, and shows a message about it. */
export function useSoftReload(): void {
  const toast = useToast()
  const t = useMessages()
  useEffect(() => {
    void goOn()

    async function goOn() {
      const result = await afterSoftReload()
      if (!result) return
      const description = t(result.lost === 0 ? 'updated.kept' : 'updated.lost')
      toast({ title: t('updated.title'), description, timeoutMs: 12_000 })
    }
  }, [toast, t])
}
