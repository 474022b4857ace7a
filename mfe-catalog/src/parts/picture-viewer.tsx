import type { ProductView } from '@mallhive/bff-catalog/router'
import { Cell, IconButton, icons, Picture } from '@mallhive/design-system'
import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useMessages } from '../messages.ts'
import styles from './picture-viewer.module.css'

export interface PictureViewerProps {
  pictures: ProductView['images']
  title: string
  /** Index of the shown picture. */
  shown: number
  onShow: (index: number) => void
  onClose: () => void
}

/** Centre of the zoomed view, as fractions of the picture's size. */
type Spot = { x: number; y: number }

const middle: Spot = { x: 0.5, y: 0.5 }

/** Shows pictures at window size and at twice that. A native `<dialog>`: the page behind is inert, Escape closes it. */
export function PictureViewer({ pictures, title, shown, onShow, onClose }: PictureViewerProps) {
  const t = useMessages()
  const dialog = useRef<HTMLDialogElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const [spot, setSpot] = useState<Spot>()
  const picture = pictures[shown] ?? pictures[0]

  useEffect(() => dialog.current?.showModal(), [])

  useLayoutEffect(() => {
    const { current: view } = stage
    if (spot)
      view?.scrollTo(
        spot.x * view.scrollWidth - view.clientWidth / 2,
        spot.y * view.scrollHeight - view.clientHeight / 2,
      )
  }, [spot])

  function step(by: number) {
    setSpot(undefined)
    onShow((shown + by + pictures.length) % pictures.length)
  }

  function onKeyDown({ key }: KeyboardEvent) {
    // When zoomed, arrow keys scroll the picture.
    if (spot) return
    if (key === 'ArrowLeft') step(-1)
    if (key === 'ArrowRight') step(1)
  }

  function zoomThere({ currentTarget, clientX, clientY }: MouseEvent) {
    const box = currentTarget.getBoundingClientRect()
    setSpot(spot ? undefined : { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height })
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- handles keys that bubble from inside
    <dialog
      ref={dialog}
      className={styles.viewer}
      aria-label={t('viewer.label', { title })}
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <div className={styles.bar}>
        <p className={styles.count} aria-live="polite">
          {pictures.length > 1 ? t('picture.number', { number: shown + 1, count: pictures.length }) : title}
        </p>
        {pictures.length > 1 ? (
          <>
            <IconButton icon={icons.chevronLeft} label={t('viewer.previous')} onClick={() => step(-1)} />
            <IconButton icon={icons.chevronRight} label={t('viewer.next')} onClick={() => step(1)} />
          </>
        ) : null}
        <IconButton
          icon={spot ? icons.minus : icons.plus}
          label={t(spot ? 'viewer.zoom-out' : 'viewer.zoom-in')}
          onClick={() => setSpot(spot ? undefined : middle)}
        />
        <IconButton icon={icons.close} label={t('viewer.close')} onClick={() => dialog.current?.close()} />
      </div>
      <Cell ref={stage} flat className={styles.stage} tabIndex={spot && 0}>
        {picture ? (
          // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- the button above does it too
          <div className={styles.frame} data-zoomed={spot && ''} onClick={zoomThere}>
            <Picture
              {...picture}
              alt={picture.alt || title}
              sizes="200vmin"
              priority
              className={styles.picture}
            />
          </div>
        ) : null}
      </Cell>
    </dialog>
  )
}
