import { Button } from '@mallhive/design-system'
import { BffForm, emit } from '@mallhive/mfe-kit'

/** Signs out and loads a new document, so that no account data stays in memory. */
export function SignOut() {
  function onDone() {
    emit('session:changed')
    emit('cart:updated')
    window.location.assign('/')
  }
  return (
    <BffForm bff="profile" procedure="signOut" onDone={onDone}>
      {({ pending, formError }) => (
        <>
          <input type="hidden" name="_redirect" value="/" />
          <Button type="submit" variant="secondary" size="s" pending={pending}>
            Sign out
          </Button>
          {formError ? <p role="alert">{formError}</p> : null}
        </>
      )}
    </BffForm>
  )
}
