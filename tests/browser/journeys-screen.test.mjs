// What may be on the screen: hidden at once when somebody walks in, and one case alone while others look on; and
// everything one can go to, by a few letters.
import assert from 'node:assert/strict'
import { draftSays, family, inTheDemo, journey, leads, press, said } from './journey.mjs'
import { axe } from './support.mjs'

const place = inTheDemo()

const names = /Ola|Kuba|Maja|Craig|Ewa/

async function showsNothing (page) {
  const shown = `${await page.title()} ${await page.locator('body').innerText()}`
  assert.doesNotMatch(shown, names, 'the family')
  assert.doesNotMatch(page.url(), /\/cases\//)
}

const hide = page => leads(page, () => page.getByRole('button', { name: 'Hide screen' }).click())

journey(place, 'hide the screen with half a note: Back and a new address show nothing, and the note is there afterwards', {}, async page => {
  const base = await family(page)
  await page.goto('/settings')
  await page.getByLabel('PIN', { exact: true }).fill('2580')
  await press(page, 'Set this PIN')
  assert.match(await page.locator('body').innerText(), /Your PIN is set/)
  assert.deepEqual(await axe(page), [])

  await page.goto(`${base}/new/note`)
  await page.getByLabel('What is it about?').fill('At the door')
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Craig came home early.')
  await draftSays(page, /^Saved/)
  await hide(page)
  await page.waitForURL('**/hidden')
  await showsNothing(page)
  assert.deepEqual(await axe(page), [])
  await page.goBack()
  await page.waitForLoadState()
  await showsNothing(page)
  await page.goto(`${base}/map`)
  await showsNothing(page)

  await page.getByLabel('Your PIN').fill('2581')
  assert.equal((await press(page, 'Show it again')).status(), 422)
  assert.match(await said(page), /4 tries are left/)
  await showsNothing(page)
  await page.getByLabel('Your PIN').fill('2580')
  await press(page, 'Show it again')
  assert.match(page.url(), /\/new\/note/)
  await page.goto('/work')
  await leads(page, () => page.getByRole('link', { name: /^A note/ }).first().click())
  assert.equal(await page.getByRole('textbox', { name: 'Note', exact: true }).inputValue(), 'Craig came home early.')

  await page.goto('/settings')
  await press(page, 'Take the PIN away')
})

journey(place, 'hide the screen without JavaScript', { javaScriptEnabled: false }, async page => {
  const base = await family(page)
  await page.goto(`${base}/map`)
  await hide(page)
  await showsNothing(page)
  await page.goto(`${base}/gaps`)
  await showsNothing(page)
  await press(page, 'Show it again')
  assert.match(page.url(), /\/map$/)
})

journey(place, 'before you share your screen: one family, nothing confidential, until it is stopped', { width: 390, height: 844 }, async page => {
  const base = await family(page)
  const secret = /account in her own name/
  await page.goto(`${base}/efforts`)
  const before = await said(page)
  await page.goto(`${base}/share`)
  assert.deepEqual(await axe(page), [])
  assert.equal((await press(page, 'Open the pattern map for sharing')).status(), 422)
  assert.match(await said(page), /Tick the box/)
  await page.getByLabel(/I have looked at this list/).check()
  await press(page, 'Open the pattern map for sharing')
  assert.match(page.url(), /\/map$/)
  assert.equal(await page.title(), 'Holdfast')
  assert.deepEqual(await axe(page), [])
  await page.goto(`${base}/efforts`)
  const shared = await said(page)
  assert.match(before, secret, 'the control: she sees it herself')
  assert.doesNotMatch(shared, secret)
  assert.equal((await page.goto('/cases')).status(), 423)
  assert.equal((await page.goto(`${base}/new/behaviour`)).status(), 423)
  assert.deepEqual(await axe(page), [])
  await press(page, 'Stop sharing')
  assert.match(page.url(), /\/new\/behaviour/)
  await page.goto(`${base}/efforts`)
  assert.match(await said(page), secret)
})

journey(place, 'by keyboard: Control and K finds a page, a form and a family', {}, async page => {
  const base = await family(page)
  await page.goto(`${base}/notes`)
  await page.keyboard.press('Control+k')
  const box = page.getByRole('dialog', { name: 'Go to' })
  await box.getByRole('link', { name: 'Pattern map' }).waitFor()
  assert.deepEqual(await axe(page), [])
  await page.keyboard.type('patt')
  await box.getByRole('link', { name: 'My work' }).waitFor({ state: 'detached' })
  await leads(page, () => page.keyboard.press('Enter'))
  assert.match(page.url(), /\/map$/)
  await page.keyboard.press('Control+k')
  await box.getByRole('link', { name: 'My work' }).waitFor()
  await page.keyboard.type('kub')
  await box.getByRole('link', { name: 'My work' }).waitFor({ state: 'detached' })
  const found = box.getByRole('link', { name: /Ola, Kuba and Maja/ })
  await found.waitFor()
  await page.keyboard.press('ArrowDown')
  assert.equal(await found.evaluate(link => link === document.activeElement), true)
  await page.keyboard.press('Escape')
  assert.equal(await box.isVisible(), false)
})

journey(place, 'the same list as a page, without JavaScript', { javaScriptEnabled: false }, async page => {
  const base = await family(page)
  await page.goto(base)
  await leads(page, () => page.getByRole('link', { name: 'Go to', exact: true }).click())
  await page.getByLabel('What are you looking for?').fill('not yet')
  await leads(page, () => page.locator('main').getByRole('button', { name: 'Search' }).click())
  await leads(page, () => page.getByRole('link', { name: 'Not yet asked' }).click())
  assert.match(page.url(), /\/gaps$/)
})
