'use client'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { ToastStack } from './toast-stack.tsx'
import { onToast } from './use-toast.ts'
import type { ToastMessage } from './use-toast.ts'

/**
 * Shows the toasts of all `useToast()` calls in the page. Rendered once per page, by the host. Most visits show none, so the code
 * loads with the first one. A failed import is caught here, because thrown from a render, as by `lazy`, it would replace the
 * page with an error; the next toast tries again.
 */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown>()
  useEffect(() => {
    if (shown) return undefined
    return onToast((first) => void load(first, (loaded) => setShown((before) => before ?? loaded)))
  }, [shown])
  return (
    <>
      {children}
      {shown ? <shown.Stack first={shown.first} /> : null}
    </>
  )
}

interface Shown {
  Stack: typeof ToastStack
  first: ToastMessage
}

async function load(first: ToastMessage, onLoad: (shown: Shown) => void): Promise<void> {
  try {
    const { ToastStack: Stack } = await import(/* webpackChunkName: "toast-stack" */ './toast-stack.tsx')
    onLoad({ Stack, first })
  } catch (error) {
    reportError(error)
  }
}
