'use client'
import { classes } from '../classes.ts'
import { Modal } from './dialog.tsx'
import type { DialogProps } from './dialog.tsx'
import styles from './dialog.module.css'

export type SheetProps = DialogProps & { side?: 'right' | 'left' | 'bottom' }

/** A panel that slides in from an edge: facets on phones, the mini cart. */
export function Sheet({ side = 'right', className, ...props }: SheetProps) {
  return <Modal {...props} className={classes(styles.sheet, styles[side], className)} />
}
