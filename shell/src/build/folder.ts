import { fileURLToPath } from 'node:url'

/**
 * The folder of the build, relative to the shell's folder. Builds have names, so that a new one does not replace the files
 * of a running shell.
 */
export const buildFolder = `.next/${process.env['SHELL_BUILD'] ?? 'default'}`

const inBuild = (path: string) => fileURLToPath(new URL(`../../${buildFolder}/${path}`, import.meta.url))

/** The folder of the build's browser files. */
export const staticFolder = inBuild('static')

/** The folder of the documents' browser files, and its public path. */
export const clientFolder = inBuild('static/documents')
export const clientPath = '/_next/static/documents/'

/** The folder of the documents' renderer and of the program of render processes. */
export const rendererFolder = inBuild('documents')
export const rendererName = 'renderer.mjs'
export const renderProcessName = 'render-process.mjs'
export const clientFilesName = 'client-files.json'
export const shellMessagesName = 'messages.json'
