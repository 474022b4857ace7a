import { generateKeyPair } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

import forge from 'node-forge'

import { privateDir } from '../private-dir.ts'

/** Certificates are made anew whenever the mall is opened. */
const validDays = 90

type Key = { privateKey: string; publicKey: string }
type Certificate = { ca: string; cert: string; key: string }

/** An authority for certificates of parts; its key is never stored. */
export type Authority = {
  /** Returns a new certificate that names a part, as a client and as the server of a host: `<part>.localhost`. */
  certify: (name: string, options?: { host?: string; until?: Date }) => Promise<Certificate>
}

export async function openAuthority(): Promise<Authority> {
  const own = await newKey()
  const issuer = [{ shortName: 'CN', value: 'parts of a mall on one machine' }]
  const { pki } = forge
  const signed = (
    subject: forge.pki.CertificateField[],
    publicKey: string,
    extensions: object[],
    until: Date,
  ) => {
    const certificate = pki.createCertificate()
    certificate.publicKey = pki.publicKeyFromPem(publicKey)
    certificate.serialNumber = `00${forge.util.bytesToHex(forge.random.getBytesSync(16))}`
    certificate.validity.notBefore = new Date(Date.now() - 60 * 60_000)
    certificate.validity.notAfter = until
    certificate.setSubject(subject)
    certificate.setIssuer(issuer)
    certificate.setExtensions(extensions)
    certificate.sign(pki.privateKeyFromPem(own.privateKey), forge.md.sha256.create())
    return pki.certificateToPem(certificate)
  }
  const ends = new Date(Date.now() + validDays * 24 * 60 * 60_000)
  const ca = signed(issuer, own.publicKey, [{ name: 'basicConstraints', cA: true, critical: true }], ends)
  return {
    async certify(name, { host = `${name}.localhost`, until = ends } = {}) {
      const { privateKey, publicKey } = await newKey()
      const names = [{ type: 2, value: host }]
      const extensions = [
        { name: 'extKeyUsage', clientAuth: true, serverAuth: true },
        { name: 'subjectAltName', altNames: names },
      ]
      const cert = signed([{ shortName: 'CN', value: name }], publicKey, extensions, until)
      return { ca, cert, key: privateKey }
    },
  }
}

/** Stores a part's certificate as its TLS_FOLDER. Returns the folder. */
export async function storeCertificate(
  stateDir: string,
  authority: Authority,
  name: string,
): Promise<string> {
  const folder = privateDir(join(privateDir(join(stateDir, 'tls')), name))
  for (const [file, pem] of Object.entries(await authority.certify(name)))
    writeFileSync(join(folder, `${file}.pem`), pem, { mode: 0o600 })
  return folder
}

async function newKey(): Promise<Key> {
  return promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
}
