// The real thing, for the first time: the address of the terminal, the first account, empty pages that say what belongs on
// them, a wrong password, and an administrator who sees no case.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, test } from 'node:test'
import { follow, leads, press, said } from './journey.mjs'
import { axe, newPage, startBrowser } from './support.mjs'

const folder = mkdtempSync(join(tmpdir(), 'holdfast-serve-'))
let child, browser, origin, first

before(async () => {
  const env = { ...process.env, HOLDFAST_DATA: join(folder, 'data'), HOLDFAST_KEY_FILE: join(folder, 'key') }
  delete env.HOLDFAST_CONFIG
  child = spawn(process.env.HOLDFAST_BINARY, ['serve', '--listen', '127.0.0.1:0'], { env, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  first = await new Promise((resolve, reject) => {
    let all = ''
    createInterface({ input: child.stderr }).on('line', line => {
      all += `${line}\n`
      const match = /http:\/\/\S+\/first-run\?token=\S+/.exec(line)
      if (match) resolve(match[0])
    })
    child.on('exit', code => reject(new Error(`the server ended with ${code}: ${all}`)))
  })
  origin = new URL(first).origin
  browser = await startBrowser()
})

after(async () => {
  await browser?.close()
  if (child && child.exitCode === null) await new Promise(resolve => { child.on('exit', resolve); child.kill('SIGTERM') })
  rmSync(folder, { recursive: true, force: true })
})

const PASSWORD = 'three herons over the weir'
const signIn = async (page, name, password) => {
  await page.locator('[name="name"]').fill(name)
  await page.locator('[name="password"]').fill(password)
  return press(page, 'Sign in')
}

test('the first run of the real thing', { timeout: 90_000 }, async () => {
  const page = await newPage(browser, origin)
  page.setDefaultTimeout(10_000)
  await page.goto('/')
  assert.match(await said(page), /Holdfast is not set up yet/, 'nobody gets in without the address of the terminal')
  assert.equal((await page.goto('/first-run?token=guessed')).status(), 404)

  await page.goto(first)
  assert.deepEqual(await axe(page), [])
  await page.locator('[name="name"]').fill('Jo Marsh')
  await page.locator('[name="sign_in"]').fill('jo')
  await page.locator('[name="password"]').fill('short')
  assert.equal((await press(page, 'Make the account')).status(), 422)
  assert.match(await page.title(), /^Error: /)
  assert.equal(await page.locator('[name="sign_in"]').inputValue(), 'jo', 'kept')
  await page.locator('[name="password"]').fill(PASSWORD)
  assert.equal((await press(page, 'Make the account')).status(), 303)
  assert.equal(await page.locator('h1').innerText(), 'Make an administrator')
  assert.deepEqual(await axe(page), [])
  await page.locator('[name="name"]').fill('Sam Lind')
  await page.locator('[name="sign_in"]').fill('sam')
  await page.locator('[name="password"]').fill(`${PASSWORD} twice`)
  assert.equal((await press(page, 'Make the administrator')).status(), 303)
  assert.match(page.url(), /\/work/)
  assert.match(await said(page), /The families you work with stand here/)
  assert.equal((await page.goto(first)).status(), 404, 'the address works once')

  await page.goto('/cases')
  assert.match(await said(page), /The families you work with stand here.*Start with a new case/)
  assert.doesNotMatch(await page.locator('body').innerText(), /Craig|invented/, 'nothing of the demo')
  await leads(page, () => page.getByRole('link', { name: 'New case' }).first().click())
  await page.getByLabel('Name', { exact: true }).first().fill('Mina')
  await press(page, 'Open the case')
  const base = new URL(page.url()).pathname
  for (const path of ['', '/map', '/efforts', '/people', '/notes', '/gaps']) {
    await page.goto(`${base}${path}`)
    assert.deepEqual(await axe(page), [], `${path || 'overview'}: axe`)
    assert.doesNotMatch(await page.locator('body').innerText(), /⟪/)
  }
  await page.goto(`${base}/map`)
  assert.match(await page.locator('.hf-empty').innerText(), /behaviour|does/i)
  await follow(page, 'Add a behaviour')
  assert.match(page.url(), /\/new\/behaviour/)
  await page.goto(`${base}/notes`)
  assert.ok((await page.locator('.hf-empty').innerText()).length > 40, 'says what belongs here')

  await leads(page, () => page.getByRole('button', { name: 'Sign out' }).click())
  assert.match(page.url(), /\/sign-in/)
  await page.goto(`${base}/map`)
  assert.match(page.url(), /\/sign-in\?then=/)
  assert.equal((await signIn(page, 'jo', 'three herons over the dam')).status(), 422)
  assert.match(await said(page), /The sign-in name or the password is not right/)
  assert.equal(await page.locator('[name="name"]').inputValue(), 'jo')
  assert.equal(await page.locator('[name="password"]').inputValue(), '')
  assert.equal((await signIn(page, 'jo', PASSWORD)).status(), 303)
  assert.match(page.url(), new RegExp(`${base}/map`), 'back to the page that was asked for')

  await leads(page, () => page.getByRole('button', { name: 'Sign out' }).click())
  await signIn(page, 'sam', `${PASSWORD} twice`)
  assert.match(await said(page), /This account looks after accounts. It sees no case/)
  assert.equal((await page.goto(`${base}/map`)).status(), 404, 'not even that it is there')
  await page.goto('/cases')
  assert.doesNotMatch(await page.locator('body').innerText(), /Mina/)
  assert.equal((await page.goto('/cases/new')).status(), 404)
  assert.deepEqual(page.trouble, [])
  await page.context().close()
})
