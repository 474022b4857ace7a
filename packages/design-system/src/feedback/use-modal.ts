'use client'
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/**
 * Opens and closes a native `<dialog>` with `open`. The browser makes the rest of the page inert, keeps the focus
 * inside, restores it afterwards, and closes on Escape.
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
