import { parentPort, workerData } from 'node:worker_threads'
import { configOf } from '../config-of.ts'
import { checkTypes } from './check-types.ts'

const root = String(workerData)
parentPort?.postMessage(checkTypes(await configOf(root), root), [])
