import { type PointerEvent, useEffect, useRef, useState } from 'react'

const restMs = 160
const graceMs = 240

/** Returns whether the mouse rests on an element. Ignores passing over it and leaving it briefly. */
export function useHover() {
  const [hovered, setHovered] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  function soon(next: boolean, ms: number) {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setHovered(next), ms)
  }

  function leave() {
    clearTimeout(timer.current)
    setHovered(false)
  }

  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && setHovered(false)
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  return {
    hovered,
    leave,
    onPointerEnter: ({ pointerType }: PointerEvent) => pointerType === 'mouse' && soon(true, restMs),
    onPointerLeave: () => soon(false, graceMs),
  }
}
