'use client'
import { Suspense, lazy, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { onToast } from './use-toast.ts'
import type { ToastMessage } from './use-toast.ts'

// Most visits never show a toast: its code loads with the first one.
const ToastStack = lazy(async () => ({ default: (await import('./toast-stack.tsx')).ToastStack }))

/** Shows the toasts of all `useToast()` calls in the page. Rendered once per page, by the host. */
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
