import type { AssignedRelease } from '@mallhive/mfe-kit/shell-context'
import { documentJsonId } from '../document/document-json.ts'
import type { DocumentJson } from '../document/document-json.ts'
import { documentTokenMeta } from './document-token-meta.ts'

/** Returns the data that the server has written into this document. */
export function readDocument() {
  const importMap = document.querySelector<HTMLScriptElement>('script[type=importmap]')
  const hashes: { integrity: Record<string, string> } = JSON.parse(importMap?.textContent ?? '{}')
  const json: DocumentJson = JSON.parse(document.getElementById(documentJsonId)?.textContent ?? '{}')
  // The server leaves out parameters that no page reads, so that a document may be sent for several addresses.
  json.view.at = location.pathname + location.search
  return {
    json,
    // Browsers hide the attribute, not the property.
    nonce: importMap?.nonce ?? '',
    traceparent: meta('traceparent') ?? '',
    token: meta(documentTokenMeta),
    integrity: ({ base }: AssignedRelease, path: string) => hashes.integrity[base + path],
  }
}

const meta = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name=${name}]`)?.content
