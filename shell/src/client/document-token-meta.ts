/** The name of the meta element in which a document finds the token for its reports. */
export const documentTokenMeta = 'mall-document'
