// Start to ready, time of each page of the demo at the server, memory at rest, and the first load.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { readFileSync } from 'node:fs'
import http from 'node:http'

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
let cookies = ''

function get (origin, path, headers = {}) {
  return new Promise((resolve, reject) => {
    const begun = process.hrtime.bigint()
    const request = http.get(origin + path, { agent, headers: { cookie: cookies, 'accept-encoding': 'br', ...headers } }, response => {
      const chunks = []
      response.on('data', chunk => chunks.push(chunk))
      response.on('end', () => {
        for (const line of response.headers['set-cookie'] ?? []) cookies = line.split(';')[0]
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks), ms: Number(process.hrtime.bigint() - begun) / 1e6 })
      })
    })
    request.on('error', reject)
  })
}

const median = list => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]
const p95 = list => list.toSorted((a, b) => a - b)[Math.floor(list.length * 0.95)]

async function start () {
  const begun = process.hrtime.bigint()
  const child = spawn(process.env.HOLDFAST_BINARY, ['demo', '--listen', '127.0.0.1:0', '--no-open'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const origin = await new Promise(resolve => createInterface({ input: child.stdout }).once('line', line => resolve(line.replace(/\/$/, ''))))
  return { child, origin, ms: Number(process.hrtime.bigint() - begun) / 1e6 }
}

async function stop (child) {
  const ended = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

const starts = []
for (let n = 0; n < 10; n++) {
  const run = await start()
  starts.push(run.ms)
  await stop(run.child)
}
console.log(`demo, start to address printed, import of the family included: median ${median(starts).toFixed(0)} ms of ${starts.length}`)

const { child, origin } = await start()
try {
  let page = await get(origin, '/', { 'accept-encoding': 'identity' })
  for (let hops = 0; [302, 303, 307].includes(page.status) && hops < 5; hops++) page = await get(origin, page.headers.location, { 'accept-encoding': 'identity' })
  const list = (await get(origin, '/cases', { 'accept-encoding': 'identity' })).body.toString()
  const base = /href="(\/cases\/[0-9a-f-]{36})"/.exec(list)[1]
  const overview = (await get(origin, base, { 'accept-encoding': 'identity' })).body.toString()
  const child1 = /href="(\/cases\/[0-9a-f-]{36}\/children\/[0-9a-f-]{36})"/.exec(overview)[1]
  for (const path of ['/work', '/cases', base, `${base}/map`, child1, `${base}/efforts`, `${base}/people`, `${base}/notes`, `${base}/gaps`, `${base}/visit`, `${base}/new/behaviour`]) {
    for (let n = 0; n < 20; n++) await get(origin, path)
    const times = []
    let last
    for (let n = 0; n < 200; n++) { last = await get(origin, path); times.push(last.ms) }
    console.log(`${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…').padEnd(24)} ${last.status}  median ${median(times).toFixed(2)} ms  p95 ${p95(times).toFixed(2)} ms  ${(last.body.length / 1000).toFixed(1)} kB br`)
  }
  const html = (await get(origin, `${base}/map`, { 'accept-encoding': 'identity' })).body.toString()
  const assets = [...new Set([...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(match => match[1]))]
  let bytes = (await get(origin, `${base}/map`)).body.length
  for (const asset of assets) bytes += (await get(origin, asset)).body.length
  console.log(`first load of the map: ${1 + assets.length} requests, ${(bytes / 1000).toFixed(1)} kB compressed`)
  const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]
  console.log(`resident after that: ${(rss / 1024).toFixed(0)} MiB`)
} finally {
  await stop(child)
}
