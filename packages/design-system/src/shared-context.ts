'use client'
import { createContext } from 'react'
import type { Context } from 'react'

/**
 * Returns one React context for all copies of this package in the page. Each remote bundles its own copy but shares
 * React, so a context stored by name connects the host's provider with all of them.
 */
export function sharedContext<T>(name: string, initial: T): Context<T> {
  const key = Symbol.for(`mallhive.design-system.${name}`)
  const registry = globalThis as { [key: symbol]: Context<T> | undefined }
  return (registry[key] ??= createContext(initial))
}
