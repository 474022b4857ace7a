import { Button } from '@mallhive/design-system'
import { BffForm, emit, localHref, useShell } from '@mallhive/mfe-kit'
import { useMessages } from '../messages.ts'

/** Signs out and loads a new document, so that no account data stays in memory. */
export function SignOut() {
  const t = useMessages()
  const { lang } = useShell()
  function onDone() {
    emit('session:changed')
    emit('cart:updated')
    window.location.assign(localHref(lang, '/'))
  }
  return (
    <BffForm bff="profile" procedure="signOut" onDone={onDone}>
      {({ pending, formError }) => (
        <>
          <input type="hidden" name="_redirect" value="/" />
          <Button type="submit" variant="secondary" size="s" pending={pending}>
            {t('sign-out.submit')}
          </Button>
          {formError ? <p role="alert">{formError}</p> : null}
        </>
      )}
    </BffForm>
  )
}
