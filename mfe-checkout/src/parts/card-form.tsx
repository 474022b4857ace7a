import { Button, ErrorSummary, Icon, Stack, TextField, icons } from '@mallhive/design-system'
import { type SubmitEvent, useEffect, useState } from 'react'
import { cardErrors, providerErrors } from './card-errors.ts'
import { TestCards } from './test-cards.tsx'
import styles from './card-form.module.css'

type CardFormProps = {
  form: { action: string; fields: Record<string, string>; testCards: { number: string; label: string }[] }
  refused?: { code: string; field: string }
}

/**
 * Form that posts the card directly to the provider, with and without JavaScript; card data never reaches the mall.
 * JavaScript only validates before the post.
 */
export function CardForm({ form, refused }: CardFormProps) {
  const [errors, setErrors] = useState<Record<string, string>>(refused ? providerErrors(refused) : {})
  const [pending, setPending] = useState(false)

  useEffect(() => {
    // The back button may restore the page from the back/forward cache in its pending state.
    const reset = () => setPending(false)
    window.addEventListener('pageshow', reset)
    return () => window.removeEventListener('pageshow', reset)
  }, [])

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    const found = cardErrors(new FormData(event.currentTarget), new Date())
    setErrors(found)
    if (pending || Object.keys(found).length > 0) event.preventDefault()
    else setPending(true)
  }

  const field = (name: string) => ({ name, error: errors[name], required: true })
  return (
    <form method="post" action={form.action} ref={ownValidation} onSubmit={onSubmit}>
      <Stack gap={5}>
        <ErrorSummary errors={errors} />
        {Object.entries(form.fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField
          {...field('number')}
          label="Card number"
          inputMode="numeric"
          autoComplete="cc-number"
          maxLength={23}
          spellCheck={false}
        />
        <div className={styles.pair}>
          <TextField
            {...field('expiry')}
            label="Expiry"
            placeholder="MM/YY"
            autoComplete="cc-exp"
            inputMode="numeric"
            maxLength={7}
          />
          <TextField
            {...field('cvc')}
            label="Security code"
            hint="Three or four digits"
            autoComplete="cc-csc"
            inputMode="numeric"
            maxLength={4}
          />
        </div>
        <TextField {...field('name')} label="Name on the card" autoComplete="cc-name" maxLength={120} />
        <Button type="submit" variant="primary" size="l" icon={icons.lock} pending={pending}>
          Continue to review
        </Button>
        <p className={styles.note}>
          <Icon path={icons.shield} size={18} />
          Your card details go straight to the payment provider. You won’t be charged before you place the
          order.
        </p>
      </Stack>
      <TestCards cards={form.testCards} />
    </form>
  )
}

/** Turns off the browser's own validation, which serves pages without JavaScript. */
function ownValidation(form: HTMLFormElement | null): void {
  if (form) form.noValidate = true
}
