// Two servers on one PostgreSQL behind a balancer that changes server on every request, while one of them is killed and
// started again: nothing that was acknowledged is lost, and no page is older than the last acknowledged save.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request as ask } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, test } from 'node:test'
import { press } from './journey.mjs'
import { newPage, startBrowser } from './support.mjs'

const database = process.env.HOLDFAST_TEST_POSTGRES
if (!database) throw new Error('set HOLDFAST_TEST_POSTGRES to the address of a database to fill; ./run test does, see tools/postgres')

const folder = mkdtempSync(join(tmpdir(), 'holdfast-servers-'))
const schema = `browser_${process.pid}`
const env = { ...process.env, HOLDFAST_DATABASE: `${database}&schema=${schema}`, HOLDFAST_KEY_FILE: join(folder, 'key') }
const config = join(folder, 'holdfast.toml')
const NOTES = 12
const PASSWORD = 'three herons over the weir'
let balancer, browser, origin

/** Two servers; each is told which names browsers use. */
const servers = [{ answered: 0 }, { answered: 0 }]

async function start (server) {
  const child = spawn(process.env.HOLDFAST_BINARY, ['--config', config, 'serve', '--listen', `127.0.0.1:${server.port ?? 0}`], { env, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  let words = ''
  child.stderr.on('data', chunk => { words += chunk })
  server.child = child
  server.port = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', line => {
      const match = /http:\/\/127\.0\.0\.1:(\d+)/.exec(line)
      if (match) resolve(Number(match[1]))
    })
    child.on('exit', code => reject(new Error(`the server ended with ${code}: ${words}`)))
  })
  server.first = /first-run\?token=\S+/.exec(words)?.[0]
}

const kill = server => new Promise(resolve => { server.child.on('exit', resolve); server.child.kill('SIGKILL') })

/** Sends a request to one server; fails if it is not there or goes away in the middle. */
function pass (server, incoming, body) {
  return new Promise((resolve, reject) => {
    const out = ask({ host: '127.0.0.1', port: server.port, method: incoming.method, path: incoming.url, headers: incoming.headers, agent: false }, answer => {
      const parts = []
      answer.on('data', part => parts.push(part))
      answer.on('end', () => resolve({ answer, body: Buffer.concat(parts) }))
      answer.on('error', reject)
    })
    out.on('error', reject)
    out.end(body)
  })
}

/** Another server for each request; where one fails, the other is asked the same again, as a person would press again. */
async function balance () {
  let turn = 0
  balancer = createServer(async (incoming, outgoing) => {
    const parts = []
    for await (const part of incoming) parts.push(part)
    const body = Buffer.concat(parts)
    turn += 1
    for (const server of [servers[turn % 2], servers[(turn + 1) % 2]]) {
      try {
        const { answer, body: said } = await pass(server, incoming, body)
        server.answered += 1
        outgoing.writeHead(answer.statusCode, answer.rawHeaders)
        return outgoing.end(said)
      } catch {}
    }
    outgoing.writeHead(502).end('no server answers')
  })
  await new Promise(resolve => balancer.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${balancer.address().port}`
}

/** How many entries the case has, by a command beside the servers. */
function head () {
  const said = spawnSync(process.env.HOLDFAST_BINARY, ['--config', config, 'cases'], { env, encoding: 'utf8' })
  assert.equal(said.status, 0, said.stderr)
  return Number(said.stdout.trim().split('\t').at(-1))
}

before(async () => {
  origin = await balance()
  writeFileSync(config, `[server]\nhosts = ["${new URL(origin).host}"]\n`)
  // Both at once on an empty database: one makes the store, the other finds it.
  await start(servers[0])
  await start(servers[1])
  browser = await startBrowser()
})

after(async () => {
  await browser?.close()
  balancer?.close()
  for (const server of servers) if (server.child?.exitCode === null) await kill(server)
  rmSync(folder, { recursive: true, force: true })
})

test('another server on every request, one of them killed and started again', { timeout: 240_000 }, async () => {
  const page = await newPage(browser, origin)
  page.setDefaultTimeout(20_000)
  // The token that one server printed is good at both.
  await page.goto(`/${servers[0].first}`)
  await page.locator('[name="name"]').fill('Jo Marsh')
  await page.locator('[name="sign_in"]').fill('jo')
  await page.locator('[name="password"]').fill(PASSWORD)
  assert.equal((await press(page, 'Make the account')).status(), 303)
  await page.goto('/cases/new')
  await page.getByLabel('Name', { exact: true }).first().fill('Mina')
  assert.equal((await press(page, 'Open the case')).status(), 303)
  const base = new URL(page.url()).pathname
  const acknowledged = []
  let last = head()

  for (let n = 1; n <= NOTES; n += 1) {
    // Killed before the form is asked for, while it is being filled, and while it is being saved.
    const victim = servers[n % 2]
    const harm = n % 4
    if (harm === 1) await kill(victim)
    await page.goto(`${base}/new/note`)
    const words = `Visit number ${n} to Mina.`
    await page.getByLabel('What is it about?').fill(`Visit ${n}`)
    await page.getByRole('textbox', { name: 'Note', exact: true }).fill(words)
    if (harm === 2) await kill(victim)
    const killed = harm === 3 ? kill(victim) : null
    const answer = await press(page, 'Finalise this note')
    assert.equal(answer.status(), 303, `note ${n} was acknowledged`)
    await killed
    acknowledged.push(words)
    const now = head()
    assert.ok(now > last, `note ${n}: the head went from ${last} to ${now}`)
    last = now
    // Every page from now on, from either server, has everything that was acknowledged.
    for (let look = 0; look < 4; look += 1) {
      await page.goto(`${base}/notes`)
      const shown = await page.locator('main').textContent()
      for (const one of acknowledged) assert.ok(shown.includes(one), `after note ${n}, look ${look}: "${one}" is not on the page`)
    }
    if (harm !== 0) await start(victim)
  }

  const shown = await page.locator('main').textContent()
  assert.equal(shown.split(' to Mina.').length - 1, NOTES, 'each note once')
  assert.ok(servers.every(server => server.answered > NOTES), `control: both answered (${servers.map(server => server.answered)})`)
  assert.equal(head(), last)
  // Leaving by one server in the middle of a sentence: another takes it as a draft.
  await page.goto(`${base}/new/note`)
  await page.getByRole('textbox', { name: 'Note', exact: true }).pressSequentially('Somebody is at the door')
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift')
  await page.waitForURL(/exit\/done/)
  await page.goto('/sign-in')
  await page.locator('[name="name"]').fill('jo')
  await page.locator('[name="password"]').fill(PASSWORD)
  await press(page, 'Sign in')
  await page.goto('/work')
  await page.getByRole('link', { name: /^A note/ }).first().click()
  await page.getByRole('textbox', { name: 'Note', exact: true }).waitFor()
  assert.equal(await page.getByRole('textbox', { name: 'Note', exact: true }).inputValue(), 'Somebody is at the door')
  const verified = spawnSync(process.env.HOLDFAST_BINARY, ['--config', config, 'verify'], { env, encoding: 'utf8' })
  assert.equal(verified.status, 0, verified.stderr)
  assert.deepEqual(page.trouble, [])
  await page.context().close()
})
