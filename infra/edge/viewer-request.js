// CloudFront runs this before its cache, in a runtime without destructuring and spreads (cloudfront-js-2.0): the refusals of the local edge, made from the same lines of
// routes.json. Terraform puts those of a distribution in the place of TABLE.
const table = TABLE

// eslint-disable-next-line no-unused-vars -- CloudFront calls it
function handler(event) {
  const request = event.request
  const uri = request.uri
  const method = request.method
  const headers = request.headers
  const route = table.routes.find((line) => matches(line.path, uri))
  if (!isPlain(uri) || !route) return refuse(400, 'Bad Request')
  if (table.private.includes(uri) || route.refused) return refuse(404, 'Not Found')
  if (!route.methods.includes(method))
    return refuse(405, 'Method Not Allowed', { allow: { value: route.methods.join(', ') } })
  const refusal = bodyRefusal(method, headers['content-length'], route.maxBodyBytes)
  if (refusal) return refusal

  for (const name of Object.keys(headers))
    if (/^(forwarded$|x-forwarded-|x-amz-|x-mall-origin$)/.test(name)) delete headers[name]
  headers['x-forwarded-host'] = { value: headers.host.value }
  // Browser text files of a release have compressed siblings.
  if (route.precompressed && !headers.range && /\.(js|css|svg|json)$/.test(uri))
    request.uri = uri + suffix(headers['accept-encoding'])
  return request
}

function matches(pattern, uri) {
  return new RegExp('^' + pattern.replace(/\./g, '\\.').replace(/\*/g, '.*') + '$').test(uri)
}

/** As infra/local/src/edge/request-target.ts. */
function isPlain(path) {
  const flat = path.replace(/%(?:25)+/gi, '%')
  const hidden = /%(?:2[ef]|5c|[01][\da-f]|7f)/i.test(flat) || path.includes('\\')
  const needless = /%(?:2d|3\d|[46][1-9a-f]|[57][\da]|5f|7e)/i.test(path)
  const segments = path.replace(/\/$/, '').split('/').slice(1)
  const odd = segments.some((segment) => segment === '' || segment === '.' || segment === '..')
  return (
    /^\/[\x21-\x7e]*$/.test(path) && !path.includes('#') && !hidden && !needless && !odd && isDecodable(path)
  )
}

function isDecodable(path) {
  try {
    decodeURIComponent(path)
    return true
  } catch (malformed) {
    return !malformed
  }
}

function bodyRefusal(method, length, maxBodyBytes) {
  if (!length) return method === 'POST' ? refuse(411, 'Length Required') : undefined
  if (method === 'GET' || method === 'HEAD')
    return length.value === '0' ? undefined : refuse(400, 'Bad Request')
  return Number(length.value) > maxBodyBytes ? refuse(413, 'Content Too Large') : undefined
}

function suffix(accepted) {
  const names = (accepted ? accepted.value : '').split(',').map((part) => part.trim().toLowerCase())
  const takes = (name) =>
    names.some((it) => it === name || (it.indexOf(name + ';') === 0 && Number(it.split('q=')[1]) > 0))
  return takes('br') ? '.br' : takes('gzip') ? '.gz' : ''
}

function refuse(statusCode, statusDescription, more) {
  return {
    statusCode,
    statusDescription,
    headers: Object.assign({ 'cache-control': { value: 'no-store' } }, more),
  }
}
