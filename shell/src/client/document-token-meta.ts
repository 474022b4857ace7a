/** Name of the meta element with the document's token for its reports. */
export const documentTokenMeta = 'mall-document'
