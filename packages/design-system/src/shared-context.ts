'use client'
import { createContext } from 'react'
import type { Context } from 'react'

/**
 * One React context for every copy of this package in the page. Each remote bundles its own copy, React is shared,
 * so a context kept by name reaches from the host's provider into all of them.
 */
export function sharedContext<T>(name: string, initial: T): Context<T> {
  const key = Symbol.for(`mallhive.design-system.${name}`)
  const registry = globalThis as { [key: symbol]: Context<T> | undefined }
  return (registry[key] ??= createContext(initial))
}
