// The measuring of bench/peers: reads by wrk, saves by one client for both.
import { spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { client, hidden, id } from './client.mjs'

const place = process.argv[2]
const peer = 'http://127.0.0.1:18055'
const words = 'Takes the wages on the day they come and gives back enough for bread and milk. '.repeat(8)

async function json (method, path, body, token) {
  const answer = await fetch(peer + path, { method, headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }, body: body && JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.status === 204 ? {} : answer.json()
}

async function up () {
  for (let tries = 0; tries < 600; tries++) {
    try { if ((await fetch(`${peer}/server/ping`)).ok) return } catch {}
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  throw new Error('Directus did not come up')
}

function wrk (url, headers) {
  const args = ['-t2', '-c16', '-d8s', ...headers.flatMap(line => ['-H', line]), '--latency', url]
  const { stdout, stderr, status } = spawnSync('wrk', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(stdout)[1]
  const [, p50] = /50%\s+(\S+)/.exec(stdout)
  const [, p99] = /99%\s+(\S+)/.exec(stdout)
  const bad = /Non-2xx[^\n]*/.exec(stdout)?.[0] ?? ''
  return `${Number(rate).toFixed(0)} a second, median ${p50}, p99 ${p99} ${bad}`
}

async function saves (clients, save) {
  const waits = []
  const begun = process.hrtime.bigint()
  await Promise.all(clients.map(async (who, n) => {
    for (let m = 0; m < 25; m++) {
      const from = process.hrtime.bigint()
      await save(who, n, m)
      waits.push(Number(process.hrtime.bigint() - from) / 1e6)
    }
  }))
  const took = Number(process.hrtime.bigint() - begun) / 1e6
  waits.sort((a, b) => a - b)
  return `${(waits.length / took * 1e3).toFixed(0)} a second, median ${waits[waits.length >> 1].toFixed(1)} ms, p95 ${waits[Math.floor(waits.length * 0.95)].toFixed(1)} ms`
}

// Directus: one collection of notes.
await up()
const token = (await json('POST', '/auth/login', { email: process.env.ADMIN_EMAIL, password: process.env.ADMIN_PASSWORD })).data.access_token
await json('POST', '/collections', {
  collection: 'notes',
  schema: {},
  meta: {},
  fields: [
    { field: 'id', type: 'uuid', schema: { is_primary_key: true } },
    ...['title', 'about'].map(field => ({ field, type: 'string', schema: {} })),
    { field: 'text', type: 'text', schema: {} }
  ]
}, token)
const first = randomUUID()
await json('POST', '/items/notes', { id: first, title: 'Money', about: 'a child', text: words }, token)

// Holdfast: the demo family's kind of file, a small invented team.
const binary = process.env.HOLDFAST_BINARY
const data = ['--data', join(place, 'team'), '--key-file', join(place, 'team.key')]
const run = (args, input = '') => {
  const done = spawnSync(binary, args, { input, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(done.stderr)
  return done.stdout
}
run(['generate', '--seed', '7', '--cases', '40', ...data])
run(['user', 'password', ...data, 'worker-0001'], 'a lantern under the stairs\n')
const server = spawn(binary, ['serve', ...data, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'ignore'] })
try {
  const origin = await new Promise(resolve => createInterface({ input: server.stdout }).once('line', line => resolve(line.replace(/\/$/, ''))))
  const who = await client(origin).signIn('worker-0001', 'a lantern under the stairs')
  const base = `/cases/${JSON.parse((await who.get('/api/v1/cases')).body).cases[0].case}`
  const form = hidden((await who.get(`${base}/new/unknown`)).body)
  const made = await who.post(`${base}/new/unknown`, { ...form, entry: id(), draft: '', question: 'Who has the key?' })
  if (made.status !== 303) throw new Error(`saving: ${made.status}`)
  const entry = /href="(\/cases\/[0-9a-f-]+\/entries\/[0-9a-f-]+)"/.exec((await who.get(`${base}/entries`)).body)[1]
  const cookie = `cookie: ${who.cookie()}`
  console.log('reading, 16 connections, wrk:')
  console.log(`  Holdfast, the page of one entry (HTML, decrypted, permission asked, reading logged durably): ${wrk(origin + entry, [cookie])}`)
  console.log(`  Holdfast, the list of cases as JSON: ${wrk(`${origin}/api/v1/cases`, [cookie])}`)
  console.log(`  Directus, one item as JSON: ${wrk(`${peer}/items/notes/${first}`, [`authorization: Bearer ${token}`])}`)
  console.log('saving, 16 people, 25 saves each, the same client for both:')
  const people = []
  for (let n = 0; n < 16; n++) people.push(await client(origin).signIn('worker-0001', 'a lantern under the stairs'))
  const forms = await Promise.all(people.map(async one => hidden((await one.get(`${base}/new/unknown`)).body)))
  console.log(`  Holdfast: ${await saves(people, async (one, n, m) => {
    const done = await one.post(`${base}/new/unknown`, { ...forms[n], entry: id(), draft: '', question: `${words} ${n} ${m}` })
    if (done.status !== 303) throw new Error(`saving: ${done.status}`)
  })}`)
  console.log(`  Directus: ${await saves(people, async (_, n, m) => {
    await json('POST', '/items/notes', { id: randomUUID(), title: 'Money', about: 'a child', text: `${words} ${n} ${m}` }, token)
  })}`)
} finally {
  server.kill('SIGTERM')
}
process.exit(0)
