import { readFileSync } from 'node:fs'
import { type ModuleHooks, registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'

let hooks: ModuleHooks | undefined

/**
 * Lets this process import `.tsx` files, which Node does not compile. Other modules are not affected; repeated calls do
 * nothing.
 */
export function loadTsx(): void {
  hooks ??= registerHooks({
    load(url, context, next) {
      if (!url.endsWith('.tsx')) return next(url, context)
      const file = fileURLToPath(url)
      const { code } = transformSync(readFileSync(file, 'utf8'), {
        loader: 'tsx',
        jsx: 'automatic',
        sourcefile: file,
        sourcemap: 'inline',
      })
      return { format: 'module', source: code, shortCircuit: true }
    },
  })
}
