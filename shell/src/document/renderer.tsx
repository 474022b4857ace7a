import type { ExposedModule, AssignedRelease, ShellInternals } from '@mallhive/mfe-kit/shell-context'
import { renderToPipeableStream } from 'react-dom/server'
import type { PipeableStream, RenderToPipeableStreamOptions } from 'react-dom/server'
import { earlyInput } from '../client/early-input.ts'
import { inScript } from './document-json.ts'
import type { DocumentJson } from './document-json.ts'
import { Document } from './document.tsx'

/** The data of one document. All of it is plain data. */
export interface DocumentInput {
  json: DocumentJson
  nonce: string
  traceparent: string
  token?: string
  /** The page's linked data (JSON-LD). */
  linkedData: object[]
  /** The hash of every file that the document may load, by its URL. */
  hashes: Record<string, string>
}

export interface DocumentCode {
  load: (release: AssignedRelease, expose: string) => Promise<ExposedModule>
  onRender: NonNullable<ShellInternals['onRender']>
  formKey: NonNullable<ShellInternals['formKey']>
}

type StreamEvents = Pick<
  RenderToPipeableStreamOptions,
  'onShellReady' | 'onShellError' | 'onAllReady' | 'onError'
>

/** Renders a document. What does not suspend stands in its place, so that the document is readable without scripts. */
export function renderDocument(
  input: DocumentInput,
  code: DocumentCode,
  events: StreamEvents,
): PipeableStream {
  const { json, nonce, traceparent, token, linkedData, hashes } = input
  const { entry } = json.files
  const scripts = {
    earlyInput: `(${earlyInput.toString()})()`,
    data: inScript(json),
    linkedData: inScript(linkedData),
  }
  return renderToPipeableStream(
    <Document
      {...code}
      json={json}
      nonce={nonce}
      traceparent={traceparent}
      token={token}
      integrity={({ base }, path) => hashes[base + path]}
      scripts={scripts}
    />,
    {
      ...events,
      nonce,
      importMap: { integrity: hashes },
      bootstrapModules: [{ src: entry.url, integrity: entry.integrity, crossOrigin: 'anonymous' }],
      progressiveChunkSize: Number.POSITIVE_INFINITY,
    },
  )
}
