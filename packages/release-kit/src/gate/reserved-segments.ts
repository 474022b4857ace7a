/**
 * First segments of paths that never reach a page: the edge sends them to other origins, or the shell keeps them for itself.
 * A test compares them with the routes of the edge.
 */
export const reservedSegments = ['_mall', '_next', 'api', 'media', 'mfe', 'rest', 'webhooks']
