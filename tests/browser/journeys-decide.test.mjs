// The questions before a removal, answered with evidence from the case, and the sign-off by a second account: without a script,
// and the answering by keyboard. Nobody signs off what they have written; the supervisor does not see what others would miss.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { follow, leads, press, said, texts } from './journey.mjs'
import { axe, newPage, startBrowser, WIDTHS } from './support.mjs'

const folder = mkdtempSync(join(tmpdir(), 'holdfast-decide-'))
const family = fileURLToPath(new URL('../../demo/family.json', import.meta.url))
const store = ['--data', join(folder, 'data'), '--key-file', join(folder, 'key')]
const PASSWORD = 'three herons over the weir'
let child, browser, origin, base

/** Runs a command to its end, with a password on standard input where it asks for one. */
function run (...args) {
  const env = { ...process.env }
  delete env.HOLDFAST_CONFIG
  const done = spawnSync(process.env.HOLDFAST_BINARY, args, { input: `${PASSWORD}\n`, encoding: 'utf8', cwd: folder, env })
  assert.equal(done.status, 0, `${args.join(' ')}: ${done.stderr}`)
  return done.stdout
}

before(async () => {
  run('init', ...store, '--account', 'jo', '--name', 'Jo Marsh')
  run('user', 'add', ...store, 'kim', '--name', 'Kim Osei', '--role', 'supervisor')
  const id = /case (\S+)/.exec(run('import', ...store, '--allocate-to', 'jo', family))[1]
  run('user', 'allocate', ...store, 'kim', id, '--as', 'supervisor_of')
  child = spawn(process.env.HOLDFAST_BINARY, ['serve', ...store, '--listen', '127.0.0.1:0'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  origin = await new Promise((resolve, reject) => {
    let all = ''
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', line => {
        all += `${line}\n`
        const match = /http:\/\/127\.0\.0\.1:\d+/.exec(line)
        if (match) resolve(match[0])
      })
    }
    child.on('exit', code => reject(new Error(`the server ended with ${code}: ${all}`)))
  })
  browser = await startBrowser()
})

after(async () => {
  await browser?.close()
  if (child && child.exitCode === null) await new Promise(resolve => { child.on('exit', resolve); child.kill('SIGTERM') })
  rmSync(folder, { recursive: true, force: true })
})

/** A page signed in as somebody. */
async function as (name, options) {
  const page = await newPage(browser, origin, options)
  page.setDefaultTimeout(10_000)
  await page.goto('/sign-in')
  await page.locator('[name="name"]').fill(name)
  await page.locator('[name="password"]').fill(PASSWORD)
  await press(page, 'Sign in')
  await page.goto('/cases')
  base ??= await page.getByRole('link', { name: 'Ola, Kuba and Maja' }).first().getAttribute('href')
  return page
}

const plain = { javaScriptEnabled: false }

test('without a script: the questions before a removal, and a second person signs off', { timeout: 120_000 }, async () => {
  const jo = await as('jo', plain)
  await jo.goto(`${base}/decisions`)
  await follow(jo, 'Removal')
  const heads = await texts(jo.locator('main h2'))
  assert.match(heads.find(head => head.startsWith('What keeps each of')), /Ola, Kuba and Maja safe, and together with Ewa\?/)
  assert.ok(heads.some(head => /^4\. What has Ewa done, in the conditions there were, and what did Craig or we block\?/.test(head)))
  assert.equal(heads.filter(head => /^\d\. /.test(head)).length, 7)

  await jo.locator('#proposal').fill('Kuba to foster carers for two weeks.')
  await jo.locator('#main_reasons').fill('Ewa let Craig into the hallway. Ewa left Ola alone.')
  await jo.locator('#answer_her_conditions').fill('Not enough.')
  await jo.locator('#decided').fill('Kuba goes to carers.')
  await jo.getByRole('group', { name: 'Was it decided as proposed?' }).getByLabel('As proposed').check()
  await jo.locator('#decided_on').fill('26 November 2026')
  assert.equal((await press(jo, 'Record')).status(), 422, 'not without an answer to every question')
  assert.match(await said(jo), /Answer this question before it is decided/)
  assert.equal(await jo.locator('#answer_her_conditions').inputValue(), 'Not enough.', 'kept')
  assert.match(await said(jo), /“Not enough” is no ground\. Go back to what we did/)

  for (const area of await jo.locator('main textarea[id^="answer_"]').all()) {
    if (await area.inputValue() === '') await area.fill('Said in words.')
  }
  assert.equal((await press(jo, 'Record')).status(), 422, 'not without a day of return')
  assert.match(await said(jo), /Give the day by which the child is to be back/)
  await jo.locator('#return_by').fill('10 December 2026')
  await jo.locator('summary', { hasText: 'What speaks for this answer' }).first().click()
  await jo.locator('[name="for_together-0-to"]').selectOption({ index: 1 })
  assert.equal((await press(jo, 'Record')).status(), 303)

  const decision = new URL(jo.url()).pathname
  await jo.goto(`${base}/decisions`)
  await follow(jo, 'Kuba to foster carers')
  const path = jo.url().slice(origin.length)
  assert.ok(path.startsWith(`${base}/decisions?of=`), `${path} after ${decision}`)
  const page = await said(jo)
  assert.match(page, /The main reasons are about what Ewa did: “Ewa let Craig into the hallway” and “Ewa left Ola alone”/)
  assert.match(page, /“Not enough” is no ground/)
  assert.match(page, /You have written a part of this/)
  assert.equal(await jo.getByRole('link', { name: 'Sign off' }).count(), 0)
  await jo.goto(`${base}/new/sign_off?of=${path.split('=').pop()}`)
  await jo.getByLabel('I agree', { exact: true }).check()
  assert.equal((await press(jo, 'Record')).status(), 422, 'nobody signs off what they have written')
  assert.match(await said(jo), /You have written a part of this, so you cannot sign it off/)
  await jo.goto(path.replace('/decisions', '/missed'))
  assert.match(await said(jo), /May be said as: “Ewa has had advice about money\.”/)

  const kim = await as('kim', plain)
  await kim.goto(path.replace('/decisions', '/missed'))
  assert.match(await said(kim), /Only whoever works this case sees this page/)
  assert.doesNotMatch(await said(kim), /advice about money/)
  await kim.goto('/supervision')
  assert.match(await said(kim), /A decision waits for a sign-off.*Ola, Kuba and Maja/)
  await kim.goto('/work')
  assert.match(await said(kim), /To think about together/)
  await kim.goto(path)
  await follow(kim, 'Sign off')
  await kim.getByLabel('I do not agree', { exact: true }).check()
  assert.equal((await press(kim, 'Record')).status(), 422, 'somebody who does not agree says why')
  await kim.locator('#words').fill('Nothing was asked of Craig.')
  assert.equal((await press(kim, 'Record')).status(), 303)
  assert.match(kim.url(), /\/decisions\?of=/)
  assert.match(await said(kim), /Kim Osei has read it and does not agree/)

  await jo.goto(path)
  await follow(jo, 'Answer the questions')
  await jo.locator('#main_reasons').fill('Craig reaches the children every Saturday.')
  await jo.locator('#reason').fill('Kim is right')
  assert.equal((await press(jo, 'Record the change')).status(), 303)
  assert.match(await said(jo), /It was changed after it was signed off, and waits for a sign-off again/)
  assert.doesNotMatch(await said(jo), /The main reasons are about what Ewa did/)
  assert.deepEqual([...jo.trouble, ...kim.trouble], [])
  await jo.context().close()
  await kim.context().close()
})

test('by keyboard: an emergency is recorded first, and stands there until it is answered', { timeout: 90_000 }, async () => {
  const page = await as('jo', {})
  await page.goto(`${base}/decisions`)
  const type = async (selector, text) => {
    await page.locator(selector).focus()
    await page.keyboard.type(text)
  }
  await page.getByRole('link', { name: /^Removal/ }).last().focus()
  await leads(page, () => page.keyboard.press('Enter'))
  await type('#proposal', 'Maja to her aunt tonight.')
  await page.locator('summary', { hasText: 'It could not wait' }).focus()
  await page.keyboard.press('Enter')
  await type('#urgent', 'He was at the door with the key.')
  await type('#complete_by', '30 November 2026')
  await page.locator('main').getByRole('button', { name: 'Record', exact: true }).filter({ visible: true }).last().focus()
  const sent = await leads(page, () => page.keyboard.press('Enter'))
  assert.equal(sent.status(), 303)
  await page.goto(`${base}/decisions`)
  assert.match(await said(page), /It could not wait\. Every question is to be answered by 30 November 2026/)
  for (const { width, height } of WIDTHS) {
    await page.setViewportSize({ width, height })
    assert.deepEqual(await axe(page), [])
  }
  assert.deepEqual(page.trouble, [])
  await page.context().close()
})

test('a session on a shared screen has the agreed wording and nothing that is kept close', { timeout: 90_000 }, async () => {
  const page = await as('jo', {})
  await page.goto(`${base}/sessions`)
  await follow(page, 'One map for everybody')
  assert.match(await said(page), /Nobody has taken this on yet: “How is Finn/)
  const session = page.url().slice(origin.length)
  await page.goto(`${base}/share`)
  await page.locator('[name="looked"]').check()
  await leads(page, () => page.locator('main form button.govuk-button').first().click())
  await page.goto(session)
  const text = await said(page)
  assert.match(text, /Ewa has had advice about money\./)
  assert.doesNotMatch(text, /Opened an account|Revise|Duty manager/)
  await page.goto(`${base}/supervision`)
  assert.doesNotMatch(await said(page), /Amira wrote down|Nobody works/)
  await page.goto(`${base}/decisions`)
  assert.equal(await page.getByRole('link', { name: 'Closure' }).count(), 0, 'nothing to begin there')
  await leads(page, () => page.getByRole('button', { name: /Stop/ }).first().click())
  await page.context().close()
})
