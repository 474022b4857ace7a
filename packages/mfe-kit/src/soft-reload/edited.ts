/** The fields that a person, an extension or `fill` has entered something into. */
export const edited = new WeakSet<EventTarget>()

export function noteEdits(): void {
  document.addEventListener('input', ({ target }) => void (target && edited.add(target)), true)
}

/** Forgets the edits of a form whose values are saved: another device may change them next. */
export function forgetEdits(form: HTMLFormElement): void {
  for (const field of form.elements) edited.delete(field)
}
