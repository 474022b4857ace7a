import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { staticFolder } from './folder.ts'

// Runs after `next build`: compresses the browser's files once at the highest level, instead of at each request.
const entries = await readdir(staticFolder, { recursive: true, withFileTypes: true })
const files = entries.filter((entry) => entry.isFile() && /\.(js|css|json|svg)$/.test(entry.name))
await Promise.all(files.map((file) => compress(join(file.parentPath, file.name))))

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file)
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    promisify(gzip)(bytes, { level: 9 }),
  ])
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)])
}
