/**
 * Imports the three protobuf functions that service calls need from their own files: the package's index would cost each
 * process 9 MB more.
 * @param {string} folder a file URL with a slash at its end
 * @returns {Promise<Pick<typeof import('@bufbuild/protobuf'), 'create' | 'fromBinary' | 'toBinary'>>}
 */
export async function importProtobuf(folder) {
  const files = ['create.js', 'from-binary.js', 'to-binary.js'].map((file) => import(folder + file))
  return Object.assign({}, ...(await Promise.all(files)))
}
