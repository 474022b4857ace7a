import type { TestCard } from '@mallhive/bff-checkout/router'
import { Button, ErrorSummary, Icon, Stack, TextField, icons } from '@mallhive/design-system'
import { type SubmitEvent, useEffect, useMemo, useState } from 'react'
import { useMessages } from '../messages.ts'
import { type CardErrors, cardErrors, providerErrors } from './card-errors.ts'
import { TestCards } from './test-cards.tsx'
import styles from './card-form.module.css'

type CardFormProps = {
  form: { action: string; fields: Record<string, string>; testCards: TestCard[] }
  refused?: { code: string; field: string }
}

/**
 * Form that posts the card directly to the provider, with and without JavaScript; card data never reaches the mall.
 * JavaScript only validates before the post.
 */
export function CardForm({ form, refused }: CardFormProps) {
  const t = useMessages()
  const [found, setFound] = useState<CardErrors>(refused ? providerErrors(refused) : {})
  const [pending, setPending] = useState(false)
  // The summary takes focus at new errors only, so they must be the same object until the next submit.
  const errors = useMemo(
    () => Object.fromEntries(Object.entries(found).map(([name, error]) => [name, t(`card.error.${error}`)])),
    [found, t],
  )

  useEffect(() => {
    // The back button may restore the page from the back/forward cache in its pending state.
    const reset = () => setPending(false)
    window.addEventListener('pageshow', reset)
    return () => window.removeEventListener('pageshow', reset)
  }, [])

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    const errorsOfForm = cardErrors(new FormData(event.currentTarget), new Date())
    setFound(errorsOfForm)
    if (pending || Object.keys(errorsOfForm).length > 0) event.preventDefault()
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
          label={t('card.number')}
          inputMode="numeric"
          autoComplete="cc-number"
          maxLength={23}
          spellCheck={false}
        />
        <div className={styles.pair}>
          <TextField
            {...field('expiry')}
            label={t('card.expiry')}
            placeholder={t('card.expiry.example')}
            autoComplete="cc-exp"
            inputMode="numeric"
            maxLength={7}
          />
          <TextField
            {...field('cvc')}
            label={t('card.cvc')}
            hint={t('card.cvc.hint')}
            autoComplete="cc-csc"
            inputMode="numeric"
            maxLength={4}
          />
        </div>
        <TextField {...field('name')} label={t('card.name')} autoComplete="cc-name" maxLength={120} />
        <Button type="submit" variant="primary" size="l" icon={icons.lock} pending={pending}>
          {t('card.continue')}
        </Button>
        <p className={styles.note}>
          <Icon path={icons.shield} size={18} />
          {t('card.note')}
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
