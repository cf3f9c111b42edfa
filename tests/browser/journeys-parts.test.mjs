// The wording check while the world changes: somebody says anew who is who while a note is being written, the connection
// breaks off in the middle of an answer, the note is saved later in another window, a document is longer than a list.
import assert from 'node:assert/strict'
import { axe, newPage, WIDTHS } from './support.mjs'
import { draftSays, family, inTheDemo, journey, leads, press, said, texts } from './journey.mjs'

const place = inTheDemo()

const NOTE = 'On Monday Craig followed Ewa to the school. Ewa failed to protect the children.'
const CHANGED = 'it has changed who is who in this case'

const findings = page => page.locator('[data-part="findings"] [data-key]')
const finding = (page, words) => findings(page).filter({ hasText: words }).first()

async function written (page, text = NOTE) {
  const base = await family(page)
  await page.goto(`${base}/new/note?then=notes`)
  await page.locator('#text').fill(text)
  return base
}

/** In a window of their own, the supervisor decides anew which part somebody has. */
async function decides (base, person, before, after) {
  const other = await newPage(place.browser, place.demo.origin)
  try {
    await other.goto('/')
    await other.goto(`${base}/people`)
    const line = other.locator('tr').filter({ has: other.locator('th bdi', { hasText: new RegExp(`^${person}$`) }) }).first()
    const link = line.getByRole('link', { name: before, exact: true }).first()
    await other.goto(`${await link.getAttribute('href')}/revise?then=people`)
    await other.getByLabel(after, { exact: true }).check()
    await other.getByLabel('Why are you changing it?').fill('Looked at again in supervision')
    await press(other, 'Record the change')
    assert.match(other.url(), /\/people/)
  } finally {
    await other.context().close()
  }
}

journey(place, 'somebody’s part changes while the editor is open: the next check says so and goes by it', {}, async page => {
  const base = await written(page)
  await finding(page, 'failed to protect').waitFor()
  assert.match(await finding(page, 'failed to protect').innerText(), /Craig/, 'he is asked about')
  assert.equal(await page.locator('[data-changed]').count(), 0, 'nothing has changed yet')
  await decides(base, 'Craig Pellow', 'Causes harm', 'Protects')
  await decides(base, 'Ewa Malinowska', 'Protects', 'Causes harm')
  // The next check: what is listed goes by the parts as they are now, and the page says why it is another list.
  await page.locator('#text').press('End')
  await page.locator('#text').pressSequentially(' Later.')
  await page.locator('[data-changed]', { hasText: CHANGED }).waitFor()
  assert.equal(await finding(page, 'failed to protect').count(), 0, 'the one who causes harm is not the one who is blamed here')
  await page.locator('[data-live]', { hasText: CHANGED }).waitFor({ state: 'attached' })
  assert.deepEqual(await axe(page), [])
  assert.match(await page.locator('[data-changed] a').getAttribute('href'), /\/people$/)
  // It stays while the note is written, also when it is taken up again later.
  await page.locator('#text').pressSequentially(' And more.')
  await draftSays(page, 'Saved')
  assert.equal(await page.locator('[data-changed]').count(), 1)
  await press(page, 'Finish later')
  await page.goto('/work')
  await leads(page, () => page.locator('main a[href*="draft="]').first().click())
  assert.match(await said(page), new RegExp(CHANGED))
  // A note that is begun now knows nothing else.
  await page.goto(`${base}/new/note?then=notes`)
  await page.locator('#text').fill(NOTE)
  await draftSays(page, 'Saved')
  assert.equal(await page.locator('[data-changed]').count(), 0)
})

journey(place, 'back from another window, the list is looked at again without a letter being typed', {}, async page => {
  const base = await written(page)
  await draftSays(page, 'Saved')
  assert.equal(await finding(page, 'failed to protect').count(), 0)
  await decides(base, 'Craig Pellow', 'Protects', 'Causes harm')
  await decides(base, 'Ewa Malinowska', 'Causes harm', 'Protects')
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await finding(page, 'failed to protect').waitFor()
  await page.locator('[data-changed]', { hasText: CHANGED }).waitFor()
})

journey(place, 'without script the button to check says it too', { javaScriptEnabled: false }, async page => {
  const base = await written(page)
  await press(page, 'Check wording')
  assert.equal(await page.locator('[data-changed]').count(), 0)
  await decides(base, 'Ewa Malinowska', 'Protects', 'Kin or friend')
  await press(page, 'Check wording')
  assert.match(await page.locator('[data-changed]').innerText(), new RegExp(CHANGED))
  await decides(base, 'Ewa Malinowska', 'Kin or friend', 'Protects')
  // As they were when the note was begun: there is nothing to say.
  await press(page, 'Check wording')
  assert.equal(await page.locator('[data-changed]').count(), 0)
})

journey(place, 'an answer that breaks off, is no answer or comes too late pauses the check', {}, async page => {
  await written(page)
  await finding(page, 'failed to protect').waitFor()
  const paused = page.locator('[data-paused-line]', { hasText: 'Wording check paused' })
  const broken = [
    ['while it waits', route => setTimeout(() => route.abort('connectionreset'), 0)],
    ['in the middle of the answer', route => route.fulfill({ status: 200, contentType: 'application/json', body: '{"version": 9, "wording": {"ht' })],
    ['by a server that cannot', route => route.fulfill({ status: 503, body: 'busy' })],
    ['by a proxy that answers for it', route => route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Sign in to the network</h1>' })],
    ['for one that was saved elsewhere', route => route.fulfill({ status: 409, contentType: 'application/json', body: '{"version": 90, "saved_at": "14:03"}' })]
  ]
  for (const [how, answer] of broken) {
    await page.route('**/drafts/**', answer)
    await page.locator('#text').press('End')
    await page.locator('#text').pressSequentially(' Mum failed to engage.')
    await paused.waitFor().catch(() => assert.fail(`${how}: nothing says that the check is paused`))
    assert.ok(await findings(page).count() > 0, `${how}: what was found stays listed`)
    assert.doesNotMatch(await page.locator('[data-part="findings"]').innerText(), /Nothing to look at/, how)
    await page.unroute('**/drafts/**')
    await page.locator('#text').pressSequentially('.')
    await page.locator('[data-paused-line]').waitFor({ state: 'hidden', timeout: 20_000 })
    await draftSays(page, 'Saved')
  }
})

journey(place, 'a document that is full of findings is listed in part and says so', {}, async page => {
  await page.goto('/check')
  await page.getByLabel('Whose names are in it?').selectOption({ label: 'Ola, Kuba and Maja' })
  const send = async text => {
    await page.getByLabel('Or a file').setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
    await press(page, 'Check wording')
  }
  await send('Craig hit Ewa. Ewa failed to protect the children.\n\n'.repeat(4_500))
  assert.ok(await findings(page).count() === 300, `${await findings(page).count()} are listed`)
  assert.match(await said(page), /4500 places to look at|4,500 places to look at/)
  assert.match(await said(page), /The first 300 are listed/)
  assert.match(await said(page), /too long to be shown here/)
  assert.ok((await page.content()).length < 1_500_000, 'the page stays one that a browser shows')
  assert.deepEqual((await texts(page.locator('h2'))).includes('What could go on the map'), true)
  await send('The bus was late. '.repeat(90_000))
  assert.match(await page.locator('.govuk-error-summary').innerText(), /450 pages/)
  for (const { width, height } of WIDTHS) {
    await page.setViewportSize({ width, height })
    assert.deepEqual(await axe(page), [], `axe at ${width}`)
  }
})
