'use client'
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/**
 * Ties a native `<dialog>` to `open`: the browser makes the rest inert, holds focus inside, gives it back to where it
 * was and closes on Escape.
 */
export function useModal(open: boolean): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    if (open && !dialog.open) dialog.showModal()
    if (!open && dialog.open) dialog.close()
  }, [open])
  return ref
}
