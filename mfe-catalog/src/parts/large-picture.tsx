import { Cell, Icon, Notice, Picture, VisuallyHidden, icons } from '@mallhive/design-system'
import { type MouseEvent, useRef, useState, useTransition } from 'react'
import { useMessages } from '../messages.ts'
import styles from './large-picture.module.css'
import type { PictureViewer, PictureViewerProps } from './picture-viewer.tsx'

/**
 * The selected picture. A click loads and opens the viewer; without scripts it is a link to the file. A failed import is caught
 * here, because thrown from a render, as by `lazy`, it would replace the page with an error.
 */
export function LargePicture(props: Omit<PictureViewerProps, 'onClose'>) {
  const t = useMessages()
  const { pictures, title, shown } = props
  const link = useRef<HTMLAnchorElement>(null)
  const [view, setView] = useState<'closed' | 'failed' | { Viewer: typeof PictureViewer }>('closed')
  const [opening, startOpening] = useTransition()
  const picture = pictures[shown] ?? pictures[0]
  if (!picture) return <Cell className={styles.stage} />
  const file = `/media/${picture.path}-${picture.widths.at(-1)}.webp`

  const open = () =>
    startOpening(async () => {
      try {
        const code = await import(/* webpackChunkName: "picture-viewer" */ './picture-viewer.tsx')
        setView({ Viewer: code.PictureViewer })
      } catch (error) {
        reportError(error)
        setView('failed')
      }
    })

  function onClick(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    open()
  }

  function onClose() {
    setView('closed')
    // Explicit, because some browsers do not focus a clicked link, and the retry button has been removed.
    link.current?.focus()
  }

  return (
    <>
      <Cell className={styles.stage}>
        <a ref={link} href={file} className={styles.link} aria-busy={opening || undefined} onClick={onClick}>
          <Picture
            {...picture}
            alt={picture.alt || title}
            sizes="(min-width: 56rem) 640px, 92vw"
            priority
            transitionName="mall-picture"
            className={styles.picture}
          />
          <span className={styles.mark}>
            <Icon path={icons.search} size={22} />
            <VisuallyHidden>{t('picture.enlarge')}</VisuallyHidden>
          </span>
        </a>
      </Cell>
      {view === 'failed' ? (
        <Notice
          tone="honey"
          role="alert"
          title={t('picture.failed.title')}
          action={
            <button type="button" className={styles.again} aria-busy={opening || undefined} onClick={open}>
              {t('picture.failed.again')}
            </button>
          }
        >
          {t('picture.failed.words', { link: (words) => <a href={file}>{words}</a> })}
        </Notice>
      ) : null}
      {typeof view === 'object' ? <view.Viewer {...props} onClose={onClose} /> : null}
    </>
  )
}
