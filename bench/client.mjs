// Somebody's browser, as far as measuring needs one: one connection, one cookie, the fields of a form.
import { randomBytes, randomUUID } from 'node:crypto'
import http from 'node:http'

export const since = begun => Number(process.hrtime.bigint() - begun) / 1e6

export function client (origin) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  let cookie = ''
  function ask (method, path, fields) {
    const body = fields && new URLSearchParams(fields).toString()
    const headers = { cookie, 'accept-encoding': 'identity' }
    if (body) Object.assign(headers, { origin, 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) })
    return new Promise((resolve, reject) => {
      const begun = process.hrtime.bigint()
      const request = http.request(origin + path, { method, agent, headers }, response => {
        const chunks = []
        response.on('data', chunk => chunks.push(chunk))
        response.on('end', () => {
          for (const line of response.headers['set-cookie'] ?? []) cookie = line.split(';')[0]
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString(), ms: since(begun) })
        })
      })
      request.on('error', reject)
      request.end(body)
    })
  }
  const self = {
    get: path => ask('GET', path),
    post: (path, fields) => ask('POST', path, fields),
    close: () => agent.destroy(),
    cookie: () => cookie,
    async signIn (name, password) {
      const form = hidden((await self.get('/sign-in')).body)
      const done = await self.post('/sign-in', { ...form, sign_in: name, password })
      if (done.status !== 303) throw new Error(`signing in as ${name}: ${done.status}`)
      return self
    }
  }
  return self
}

/** The hidden fields of the form of a page: the first that is not of the frame around it. */
export function hidden (html) {
  const forms = [...html.matchAll(/<form[\s\S]*?<\/form>/g)].map(match => match[0])
  const form = forms.find(form => /name="csrf"/.test(form) && !/action="\/(hide|sign-out|session|exit)/.test(form)) ?? html
  const fields = {}
  for (const [tag] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1]
    if (name) fields[name] = (/value="([^"]*)"/.exec(tag)?.[1] ?? '').replaceAll('&amp;', '&')
  }
  return fields
}

/** The id of a new entry, as a form would carry it. */
export function id () {
  const hex = randomUUID().replaceAll('-', '')
  const time = Date.now().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(13, 16)}-${hex.slice(16, 20)}-${randomBytes(6).toString('hex')}`
}
