import '@mallhive/design-system/tokens.css'
import '../document/document.css'
import { clientOnlyDigest } from '@mallhive/mfe-kit/host/client-only'
import { keepEarlyInput } from '@mallhive/mfe-kit/soft-reload'
import { hydrateRoot } from 'react-dom/client'
import { Document } from '../document/document.tsx'
import { guardDom } from './guard-dom.ts'
import { host } from './host.ts'
import { readDocument } from './read-document.ts'

guardDom()
keepEarlyInput()

const { json, nonce, traceparent, token, integrity } = readDocument()

hydrateRoot(
  document,
  <Document
    json={json}
    nonce={nonce}
    traceparent={traceparent}
    token={token}
    integrity={integrity}
    load={host.load}
  />,
  { onRecoverableError: reportRecovered },
)

/** Content that the server left to the browser is no error; everything else that React repairs is. */
function reportRecovered(error: unknown): void {
  const isLeftToBrowser = error instanceof Error && 'digest' in error && error.digest === clientOnlyDigest
  if (!isLeftToBrowser) reportError(error)
}
