'use client'
import { useId } from 'react'
import type { ReactNode } from 'react'
import * as icons from '../brand/icons.ts'
import { IconButton } from '../actions/icon-button.tsx'
import { classes } from '../classes.ts'
import { useWords } from '../words/words-provider.tsx'
import { useModal } from './use-modal.ts'
import styles from './dialog.module.css'

export type DialogProps = {
  open: boolean
  /** Called with false on Escape, the close button and a click outside. */
  onOpenChange: (open: boolean) => void
  title: string
  children: ReactNode
  /** Fixed at the bottom, for the actions. */
  footer?: ReactNode
  className?: string
}

/** A modal in the middle of the page: a native `<dialog>`, which keeps the focus without code. */
export function Dialog(props: DialogProps) {
  return <Modal {...props} className={classes(styles.dialog, props.className)} />
}

/** The common part of Dialog and Sheet, which differ in their position. */
export function Modal({ open, onOpenChange, title, children, footer, className }: DialogProps) {
  const ref = useModal(open)
  const id = useId()
  const w = useWords()
  return (
    // Escape closes a native dialog; the click handler only serves the backdrop.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={ref}
      className={classes(styles.modal, className)}
      aria-labelledby={id}
      onClose={() => onOpenChange(false)}
      onClick={(event) => {
        if (event.target === event.currentTarget) onOpenChange(false)
      }}
    >
      <div className={styles.frame}>
        <div className={styles.head}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          <IconButton
            icon={icons.close}
            label={w('dialog.close', 'Close')}
            onClick={() => onOpenChange(false)}
          />
        </div>
        <div className={styles.body}>{children}</div>
        {footer ? <div className={styles.footer}>{footer}</div> : null}
      </div>
    </dialog>
  )
}
