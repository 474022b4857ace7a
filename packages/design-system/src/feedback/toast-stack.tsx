'use client'
import { useEffect } from 'react'
import { Toast } from '@base-ui/react/toast'
import * as icons from '../brand/icons.ts'
import { IconButton } from '../actions/icon-button.tsx'
import { classes } from '../classes.ts'
import { useWords } from '../words/words-provider.tsx'
import { onToast } from './use-toast.ts'
import type { ToastMessage } from './use-toast.ts'
import styles from './toast.module.css'

const manager = Toast.createToastManager<ToastMessage>()

/** The visible toasts, at the bottom; `first` is the one that caused this module to load. */
export function ToastStack({ first }: { first: ToastMessage }) {
  useEffect(() => {
    show(first)
    return onToast(show)
  }, [first])
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport}>
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function Toasts() {
  const w = useWords()
  const { toasts, close } = Toast.useToastManager<ToastMessage>()
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className={classes(styles.toast, styles[toast.data?.tone ?? 'neutral'])}
    >
      <div className={styles.words}>
        <Toast.Title className={styles.title} />
        <Toast.Description className={styles.description} />
      </div>
      {toast.data?.action ? (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            toast.data?.action?.onPress()
            close(toast.id)
          }}
        >
          {toast.data.action.label}
        </button>
      ) : null}
      <IconButton
        icon={icons.close}
        label={w('toast.dismiss', 'Dismiss')}
        className={styles.close}
        onClick={() => close(toast.id)}
      />
    </Toast.Root>
  ))
}

function show(message: ToastMessage): void {
  manager.add({
    title: message.title,
    description: message.description,
    timeout: message.timeoutMs ?? 6000,
    priority: message.tone === 'berry' ? 'high' : 'low',
    data: message,
  })
}
