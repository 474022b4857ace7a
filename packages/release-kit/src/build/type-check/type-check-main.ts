import { configOf } from '../config-of.ts'
import { checkTypes } from './check-types.ts'

const root = process.argv[2] ?? ''
process.send?.(checkTypes(await configOf(root), root))
process.disconnect?.()
