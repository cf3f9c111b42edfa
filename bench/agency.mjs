// A council on one server: start to ready, memory, pages of cases warm and cold, a very long case, measures over many cases, and
// saves through HTTP. Everything stands in one throw-away folder; nothing leaves the machine.
//   HOLDFAST_BINARY   the release binary
//   HOLDFAST_BENCH_CASES   sizes for measures, "1000 10000" unless said; "1000 10000 100000" takes about half an hour and 15 GB
//   HOLDFAST_BENCH_ENTRIES   sizes of the very long case, "1000 5000 20000" unless said
//   HOLDFAST_BENCH_COUNCIL   cases of the council, 2600 unless said
import { spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { client, hidden, id, since } from './client.mjs'

const binary = process.env.HOLDFAST_BINARY
const sizes = (process.env.HOLDFAST_BENCH_CASES ?? '1000 10000').split(/\s+/).filter(Boolean).map(Number)
const council = Number(process.env.HOLDFAST_BENCH_COUNCIL ?? 2600)
const root = mkdtempSync(join(tmpdir(), 'holdfast-bench-'))
const password = 'a lantern under the stairs'

const at = (list, of) => list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * of))]
const ms = list => `median ${at(list, 0.5).toFixed(1)} ms  p95 ${at(list, 0.95).toFixed(1)} ms  of ${list.length}`
const megabytes = pid => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024

function place (name) {
  return ['--data', join(root, name), '--key-file', join(root, `${name}.key`)]
}

function run (args, input = '') {
  const done = spawnSync(binary, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (done.status !== 0) throw new Error(`${args.join(' ')}: ${done.stderr}`)
  return done.stdout
}

/** Runs a command, and gives its time and the most memory it was seen to use. */
async function measured (args) {
  const begun = process.hrtime.bigint()
  const child = spawn(binary, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  let most = 0
  const look = setInterval(() => {
    try { most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024) } catch {}
  }, 20)
  const code = await new Promise(resolve => child.once('exit', resolve))
  clearInterval(look)
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`)
  return { ms: since(begun), most }
}

async function serve (name) {
  const begun = process.hrtime.bigint()
  const child = spawn(binary, ['serve', ...place(name), '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const origin = await new Promise(resolve => createInterface({ input: child.stdout }).once('line', line => resolve(line.replace(/\/$/, ''))))
  const printed = since(begun)
  await client(origin).get('/health')
  return { child, origin, printed, ready: since(begun) }
}

async function stop ({ child }) {
  const ended = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

async function times (who, paths, rounds = 1) {
  const list = []
  for (let round = 0; round < rounds; round++) {
    for (const path of paths) {
      const page = await who.get(path)
      if (page.status !== 200) throw new Error(`${path}: ${page.status}`)
      list.push(page.ms)
    }
  }
  return list
}

async function pages () {
  console.log(`\n== a council of ${council} cases`)
  const made = await measured(['generate', '--seed', '7', '--profile', 'council', '--cases', String(council), ...place('council')])
  console.log(`generated in ${(made.ms / 1e3).toFixed(1)} s, ${(council / made.ms * 1e3).toFixed(0)} cases a second, at most ${made.most.toFixed(0)} MiB; ${(statSync(join(root, 'council/holdfast.db')).size / 1e6).toFixed(0)} MB on the disk`)
  run(['user', 'password', ...place('council'), 'supervisor-001'], `${password}\n`)
  const starts = []
  for (let n = 0; n < 7; n++) { const server = await serve('council'); starts.push(server.ready); if (n < 6) await stop(server); else var last = server }
  console.log(`start to ready: ${ms(starts)} (target 200 ms)`)
  console.log(`resident at rest: ${megabytes(last.child.pid).toFixed(0)} MiB (target 100)`)
  try {
    const who = await client(last.origin).signIn('supervisor-001', password)
    const list = (await who.get('/api/v1/cases')).body
    const cases = JSON.parse(list).cases.map(one => `/cases/${one.case}`)
    if (cases.length === 0) throw new Error(`the first supervisor has no case among ${council}: set HOLDFAST_BENCH_COUNCIL to 500 or more`)
    console.log(`a supervisor of ${cases.length} cases`)
    const cold = await times(who, cases.map(base => `${base}/map`))
    console.log(`map, cold (first time since the start): ${ms(cold)} (target p95 60 ms)`)
    for (const end of ['', '/map', '/chronology', '/gaps', '/efforts', '/notes']) {
      const warm = await times(who, cases.map(base => base + end), 3)
      console.log(`${(end || '(overview)').padEnd(12)} warm: ${ms(warm.slice(cases.length))} (target p95 20 ms)`)
    }
    console.log(`list of cases: ${ms(await times(who, ['/cases'], 20))}`)
    console.log(`what is recorded: ${ms(await times(who, ['/measures'], 20))}`)
    console.log(`resident after that: ${megabytes(last.child.pid).toFixed(0)} MiB`)
    await saves(last)
  } finally { await stop(last) }
}

/** The first worker who has a case, signed in as often as wanted. */
async function worker (server, name, many) {
  for (let n = 1; n <= 60; n++) {
    const who = `worker-${String(n).padStart(4, '0')}`
    run(['user', 'password', ...place(name), who], `${password}\n`)
    const first = await client(server.origin).signIn(who, password)
    if (JSON.parse((await first.get('/api/v1/cases')).body).cases.length === 0) continue
    const all = [first]
    while (all.length < many) all.push(await client(server.origin).signIn(who, password))
    return all
  }
  throw new Error('no worker has a case')
}

/** 32 people who save a question each, again and again, each in one of the worker's cases. */
async function saves (server) {
  const clients = await worker(server, 'council', 32)
  const cases = JSON.parse((await clients[0].get('/api/v1/cases')).body).cases.map(one => `/cases/${one.case}`)
  const waits = []
  const begun = process.hrtime.bigint()
  await Promise.all(clients.map(async (who, n) => {
    const path = `${cases[n % cases.length]}/new/unknown`
    const form = hidden((await who.get(path)).body)
    for (let save = 0; save < 25; save++) {
      const fields = { ...form, entry: id(), draft: '', question: `What happened on day ${save} of ${n}?` }
      const done = await who.post(path, fields)
      if (done.status !== 303) throw new Error(`saving: ${done.status} ${done.body.match(/govuk-error-summary[\s\S]{0,600}/)?.[0] ?? ''}`)
      waits.push(done.ms)
    }
    who.close()
  }))
  const took = since(begun)
  console.log(`saves of 32 people through HTTP: ${(waits.length / took * 1e3).toFixed(0)} a second; waiting ${ms(waits)}`)
}

async function long () {
  console.log('\n== one very long case, 60 people')
  for (const entries of (process.env.HOLDFAST_BENCH_ENTRIES ?? '1000 5000 20000').split(/\s+/).map(Number)) {
    const name = `long-${entries}`
    const made = await measured(['generate', '--seed', '7', `--very-long=${entries}`, ...place(name)])
    const base = run(['cases', ...place(name)]).split('\t')[0]
    const server = await serve(name)
    try {
      const [who] = await worker(server, name, 1)
      const cold = await times(who, [`/cases/${base}/map`])
      console.log(`${entries} entries (taken in within ${(made.ms / 1e3).toFixed(1)} s): map cold ${cold[0].toFixed(0)} ms`)
      for (const end of ['', '/map', '/chronology', '/gaps', '/plans']) console.log(`  ${(end || '(overview)').padEnd(12)} warm: ${ms(await times(who, [`/cases/${base}${end}`], 7))}${end === '/map' ? ' (target 300 ms)' : ''}`)
      const path = `/cases/${base}/new/unknown`
      const form = hidden((await who.get(path)).body)
      const waits = []
      for (let n = 0; n < 7; n++) { const done = await who.post(path, { ...form, entry: id(), draft: '', question: `And then, ${n}?` }); if (done.status !== 303) throw new Error(`saving: ${done.status}`); waits.push(done.ms) }
      console.log(`  a save: ${ms(waits)}; resident ${megabytes(server.child.pid).toFixed(0)} MiB`)
    } finally { await stop(server) }
    rmSync(join(root, name), { recursive: true })
  }
}

async function measures () {
  console.log('\n== measures over many cases, the whole command')
  for (const cases of sizes) {
    const made = await measured(['generate', '--seed', '7', '--profile', 'council', '--cases', String(cases), ...place('many')])
    const all = []
    let most = 0
    for (let n = 0; n < 5; n++) { const one = await measured(['measures', ...place('many')]); all.push(one.ms); most = Math.max(most, one.most) }
    console.log(`${cases} cases: ${ms(all)}, at most ${most.toFixed(0)} MiB (target 2 s for 100,000); ${cases} generated or there within ${(made.ms / 1e3).toFixed(1)} s, at most ${made.most.toFixed(0)} MiB`)
  }
}

try {
  await pages()
  await long()
  await measures()
} finally {
  rmSync(root, { recursive: true, force: true })
}
