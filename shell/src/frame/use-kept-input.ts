import { keepInput } from '@mallhive/mfe-kit/soft-reload'
import { useRef } from 'react'
import type { SubmitEvent } from 'react'

/** Returns a submit handler that first keeps what is typed on the page, for a form that loads it anew. */
export function useKeptInput(): (event: SubmitEvent<HTMLFormElement>) => void {
  const isKept = useRef(false)
  return (event) => {
    if (isKept.current) return
    event.preventDefault()
    void submit(event.currentTarget, event.nativeEvent.submitter)
  }

  async function submit(form: HTMLFormElement, submitter: HTMLElement | null) {
    try {
      await keepInput()
    } finally {
      isKept.current = true
      form.requestSubmit(submitter)
      isKept.current = false
    }
  }
}
