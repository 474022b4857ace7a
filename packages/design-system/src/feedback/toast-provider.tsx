'use client'
import { Suspense, lazy, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { onToast } from './use-toast.ts'
import type { ToastMessage } from './use-toast.ts'

// Most visits never see a toast: its code arrives with the first one.
const ToastStack = lazy(async () => ({ default: (await import('./toast-stack.tsx')).ToastStack }))

/** Once per page, in the host. Shows what any `useToast()` in the page says. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [first, setFirst] = useState<ToastMessage>()
  useEffect(() => {
    return first ? undefined : onToast(setFirst)
  }, [first])
  return (
    <>
      {children}
      {first ? (
        <Suspense>
          <ToastStack first={first} />
        </Suspense>
      ) : null}
    </>
  )
}
