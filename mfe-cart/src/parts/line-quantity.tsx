import type { CartLineView } from '@mallhive/bff-cart/router'
import { Button, QuantityField } from '@mallhive/design-system'
import { BffForm, emit } from '@mallhive/mfe-kit'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../messages.ts'
import styles from './line-quantity.module.css'

const settleMs = 350

/** The quantity of a line. Saves shortly after the last change; without JavaScript by a button. */
export function LineQuantity({ line }: { line: CartLineView }) {
  const t = useMessages()
  const { wanted, setWanted, frame, saveSoon, forgetSent } = useQuantity(line.quantity)
  return (
    <div ref={frame}>
      <BffForm
        bff="cart"
        procedure="setQuantity"
        formId={`cart/setQuantity/${line.sku}`}
        onDone={() => emit('cart:updated')}
        onRefused={forgetSent}
        className={styles.form}
      >
        {({ pending, errors, formError }) => (
          <>
            <input type="hidden" name="sku" value={line.sku} />
            <QuantityField
              label={t('line.quantity', { title: line.title })}
              value={wanted}
              max={line.available}
              aria-busy={pending || undefined}
              onChange={(event) => setWanted(event.currentTarget.value)}
              onValueChange={(value) => {
                setWanted(String(value))
                saveSoon()
              }}
            />
            <noscript>
              <Button type="submit" size="s">
                {t('line.update')}
              </Button>
            </noscript>
            {errors['quantity'] || formError ? (
              <p className={styles.error} role="alert">
                {errors['quantity'] ?? formError}
              </p>
            ) : null}
          </>
        )}
      </BffForm>
    </div>
  )
}

/** Returns the typed quantity and a debounced save. */
function useQuantity(saved: number) {
  const [wanted, setWanted] = useState(String(saved))
  const [seen, setSeen] = useState(saved)
  const [waiting, setWaiting] = useState(false)
  const sent = useRef(String(saved))
  const frame = useRef<HTMLDivElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => void (sent.current = String(saved)), [saved])

  if (seen !== saved) {
    setSeen(saved)
    // The answer to an earlier save must not overwrite newer input.
    if (!waiting) setWanted(String(saved))
  }

  function saveSoon() {
    setWaiting(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(save, settleMs)
  }

  function save() {
    const form = frame.current?.querySelector('form')
    const field = form?.elements.namedItem('quantity')
    if (!form || !(field instanceof HTMLInputElement)) return
    // The form ignores a submit while one is pending; this newer one is retried.
    if (form.ariaBusy === 'true') return saveSoon()
    setWaiting(false)
    if (field.value === sent.current) return
    sent.current = field.value
    form.requestSubmit()
  }

  /** Lets the same quantity be sent again. */
  const forgetSent = () => void (sent.current = '')

  return { wanted, setWanted, frame, saveSoon, forgetSent }
}
