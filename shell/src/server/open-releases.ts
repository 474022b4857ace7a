import type { ShellConfig } from '../config.ts'
import type { Releases } from './releases.ts'

export async function openReleases(_config: ShellConfig): Promise<Releases & Disposable> {
  throw new Error('pending')
}
