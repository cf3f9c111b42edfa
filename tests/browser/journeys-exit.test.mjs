// Leaving at once: the case is gone from the screen and from Back, and what was being written is a draft.
import assert from 'node:assert/strict'
import { draftSays, family, follow, inTheDemo, journey, leads, press } from './journey.mjs'

const place = inTheDemo()

/** Nothing of the family is on the page, in its title or in its address. */
async function showsNothing (page) {
  const shown = `${await page.title()} ${await page.locator('body').innerText()}`
  assert.doesNotMatch(shown, /Ola|Kuba|Maja|Craig|Ewa/, 'the family')
  assert.doesNotMatch(page.url(), /\/cases\//)
}

async function leftForGood (page) {
  await page.waitForURL('**/exit/done')
  await showsNothing(page)
  await page.goBack()
  await page.waitForLoadState()
  await showsNothing(page)
  await page.getByRole('link', { name: 'Sign in' }).or(page.getByRole('button', { name: 'Sign in' })).first().waitFor()
}

const shift = async page => { for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift') }

journey(place, 'exit by a click: Back does not show the case', {}, async page => {
  const base = await family(page)
  await page.goto(`${base}/map`)
  assert.match(await page.locator('body').innerText(), /Craig/, 'the case is there before: the check can fail')
  await page.getByRole('link', { name: 'Exit this page' }).click()
  await leftForGood(page)
  assert.equal((await page.goto(`${base}/map`)).url().includes('/sign-in'), true, 'the address does not open by itself either')
})

journey(place, 'exit by Shift three times, with half a note: it is a draft afterwards', {}, async page => {
  const base = await family(page)
  await page.goto(`${base}/new/note`)
  const note = page.getByRole('textbox', { name: 'Note', exact: true })
  await page.getByLabel('What is it about?').fill('On the stairs')
  const words = 'Craig is on the stairs; Kuba holds my sleeve.'
  await note.pressSequentially(words)
  await shift(page)
  await leftForGood(page)
  await page.goto('/sign-in')
  await press(page, 'Sign in')
  await page.goto('/work')
  await page.getByRole('link', { name: /^A note/ }).first().waitFor()
  await follow(page, /^A note/)
  assert.equal(await note.inputValue(), words)
  assert.equal(await page.getByLabel('What is it about?').inputValue(), 'On the stairs')
})

journey(place, 'Escape and capital letters do not exit', {}, async page => {
  const base = await family(page)
  await page.goto(`${base}/new/note`)
  const note = page.getByRole('textbox', { name: 'Note', exact: true })
  await note.focus()
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Escape')
  for (const letter of 'KUBA') {
    await page.keyboard.down('Shift')
    await page.keyboard.press(letter)
    await page.keyboard.up('Shift')
  }
  await draftSays(page, /^Saved/)
  assert.equal(await note.inputValue(), 'KUBA')
  assert.match(page.url(), /\/new\/note/)
  await shift(page)
  await page.waitForURL('**/exit/done')
})

journey(place, 'exit without JavaScript, by the link', { javaScriptEnabled: false }, async page => {
  const base = await family(page)
  await page.goto(`${base}/map`)
  await leads(page, () => page.getByRole('link', { name: 'Exit this page' }).click())
  await showsNothing(page)
  await page.goBack()
  await showsNothing(page)
})
