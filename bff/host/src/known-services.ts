import { addressVariable } from '@mallhive/service-kit/rpc-client'
import { serviceAddresses } from './config.ts'

/**
 * Whether a type name is of a service that the host has an address for. Type names come from releases and from a public query;
 * without this check `mallhive.x.v1.RedisService` would be looked up at `REDIS_URL`.
 */
export const isKnownService = (typeName: string): boolean =>
  Object.hasOwn(serviceAddresses, addressVariable(typeName))
