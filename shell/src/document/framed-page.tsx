import { ToastProvider, WordsProvider } from '@mallhive/design-system'
import { memo } from 'react'
import { useSoftReload } from '../client/use-soft-reload.ts'
import { Frame } from '../frame/frame.tsx'
import { useDesignWords } from '../messages.ts'
import { PinBar } from '../frame/pin-bar.tsx'
import type { DocumentJson } from './document-json.ts'
import { PageView } from './page-view.tsx'
import type { View } from './view.ts'

/**
 * Renders the view inside the frame. Renders again for a new view only: otherwise a change around it, such as the progress
 * line, would replace the server's HTML of remotes whose code has not loaded yet by their fallbacks.
 */
export const FramedPage = memo(function FramedPage({ json, view }: { json: DocumentJson; view: View }) {
  const { theme, sharing, consents, locales, pins } = json
  useSoftReload()
  const [path] = view.at.split('?')
  return (
    <WordsProvider words={useDesignWords()}>
      <ToastProvider>
        <Frame
          theme={theme}
          sharing={sharing}
          consents={consents}
          locales={locales}
          bar={pins && <PinBar pins={pins} />}
        >
          <PageView key={path} content={view.content} />
        </Frame>
      </ToastProvider>
    </WordsProvider>
  )
})
