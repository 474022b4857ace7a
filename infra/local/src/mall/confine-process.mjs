// Preloaded into confined parts.
import { fileURLToPath } from 'node:url'

// Node's permission model does not cover signals to other processes.
for (const name of ['kill', '_debugProcess', '_kill']) Reflect.deleteProperty(process, name)
// Without it Next searches folders that the part may not read, .git among them, for the root of the workspace.
process.env['NEXT_PRIVATE_OUTPUT_TRACE_ROOT'] = fileURLToPath(new URL('../../../../', import.meta.url))
