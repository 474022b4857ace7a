import { keepInput } from '@mallhive/mfe-kit/soft-reload'
import { useRef } from 'react'
import type { SubmitEvent } from 'react'

/** The code that keeps input is loaded with the first use. */
const longestMs = 1500

/** Returns a submit handler that first keeps what is typed on the page, for a form that loads it anew. */
export function useKeptInput(): (event: SubmitEvent<HTMLFormElement>) => void {
  const isKept = useRef(false)
  return (event) => {
    if (isKept.current) return
    event.preventDefault()
    void submit(event.currentTarget, event.nativeEvent.submitter)
  }

  async function submit(form: HTMLFormElement, submitter: HTMLElement | null) {
    const isLate = new Promise<void>((resolve) => setTimeout(resolve, longestMs))
    // A full storage and code that cannot be loaded cost what is typed, not the form.
    await Promise.race([keepInput().catch(reportError), isLate])
    // The submit event that was cancelled must be over: a form submits nothing during one, microtasks included.
    await new Promise<void>((resolve) => setTimeout(resolve))
    isKept.current = true
    form.requestSubmit(submitter)
    isKept.current = false
  }
}
