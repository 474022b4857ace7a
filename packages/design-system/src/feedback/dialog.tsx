'use client'
import { useId } from 'react'
import type { ReactNode } from 'react'
import * as icons from '../brand/icons.ts'
import { IconButton } from '../actions/icon-button.tsx'
import { classes } from '../classes.ts'
import { useModal } from './use-modal.ts'
import styles from './dialog.module.css'

export type DialogProps = {
  open: boolean
  /** Called with false on Escape, on the close button and on a press outside. */
  onOpenChange: (open: boolean) => void
  title: string
  children: ReactNode
  /** Stays at the bottom: the actions. */
  footer?: ReactNode
  className?: string
}

/** A question in the middle of the page. Native `<dialog>`: modal, focus kept, no bytes. */
export function Dialog(props: DialogProps) {
  return <Modal {...props} className={classes(styles.dialog, props.className)} />
}

/** What Dialog and Sheet share: they differ in where they stand. */
export function Modal({ open, onOpenChange, title, children, footer, className }: DialogProps) {
  const ref = useModal(open)
  const id = useId()
  return (
    // Escape closes a native dialog; the click is only for the area outside of it.
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
          <IconButton icon={icons.close} label="Close" onClick={() => onOpenChange(false)} />
        </div>
        <div className={styles.body}>{children}</div>
        {footer ? <div className={styles.footer}>{footer}</div> : null}
      </div>
    </dialog>
  )
}
