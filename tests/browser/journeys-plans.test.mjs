// Both plans are made, by keyboard and with JavaScript off: a goal of his, support that she asked for, and each adult's own copy.
import assert from 'node:assert/strict'
import { family, follow, inTheDemo, journey, leads, press, said } from './journey.mjs'

const place = inTheDemo()
const plain = { javaScriptEnabled: false }

/** Presses Tab until a field or link has the focus. */
async function tabTo (page, found, what) {
  for (let press = 0; press < 220; press += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const at = document.activeElement
      return { id: at.id, words: (at.labels?.[0]?.textContent || at.textContent || '').replace(/\s+/g, ' ').trim() }
    })
    if (found(at)) return
  }
  throw new Error(`not reached with Tab: ${what}`)
}

const enter = page => leads(page, () => page.keyboard.press('Enter'))

journey(place, 'JavaScript off: a goal of his that is a service is advised, changed, and stands on his copy', plain, async page => {
  const base = await family(page)
  await page.goto(`${base}/plans`)
  await follow(page, 'Add a goal')
  await page.getByLabel('Repair').first().check()
  await page.locator('input[name="behaviours"]').first().check()
  await page.locator('#expected').fill('Attends a course')
  await page.locator('#measure').fill('The school’s book on the first of the month')
  await press(page, 'Check wording')
  assert.match(await said(page), /“attends” names a service/)
  await page.locator('#expected').fill('Pays for the swimming lessons of both children')
  await page.locator('#verified_by-other').fill('the swimming club')
  assert.equal((await press(page, 'Record')).status(), 303, await said(page))
  assert.match(await said(page), /Pays for the swimming lessons/)
  await follow(page, 'Craig’s own copy')
  const copy = await page.locator('article').innerText()
  assert.match(copy, /Pays for the swimming lessons/)
  assert.match(copy, /should hear Polish at home/, 'in the agreed wording')
  assert.doesNotMatch(copy, /Forbids Polish|lunch account|certificate|housing office/, 'nothing that is not usable with him')
})

journey(place, 'JavaScript off: what she asked for stands on her copy, and a second plan for her is refused', plain, async page => {
  const base = await family(page)
  await page.goto(`${base}/plans`)
  await follow(page, 'Add something that Ewa has asked for')
  await page.locator('#wanted').fill('That the school rings me first')
  await page.getByRole('group', { name: 'Did the person ask for it?' }).getByLabel('Yes').check()
  assert.equal((await press(page, 'Record')).status(), 303, await said(page))
  await follow(page, 'Ewa’s own copy')
  const copy = await page.locator('article').innerText()
  assert.match(copy, /That the school rings me first/)
  assert.doesNotMatch(copy, /hands off|sign here/)
  await page.goto(`${base}/new/plan`)
  await page.locator('#person').selectOption({ label: 'Ewa' })
  await page.getByLabel('Support', { exact: true }).check()
  assert.equal((await press(page, 'Record')).status(), 422)
  assert.match(await said(page), /There is a plan of this kind for this person already/)
})

journey(place, 'by keyboard: from the plans to a goal, and to his copy', {}, async page => {
  const base = await family(page)
  await page.goto(`${base}/plans`)
  await tabTo(page, at => at.words === 'Add a goal', 'add a goal')
  await enter(page)
  await tabTo(page, at => at.id === 'aim-c0-0', 'the aim')
  await page.keyboard.press('Space')
  await tabTo(page, at => at.id.startsWith('behaviours-c0-0'), 'the first behaviour')
  await page.keyboard.press('Space')
  await tabTo(page, at => at.id === 'expected', 'what is expected')
  await page.keyboard.type('Stays on the pavement when he brings the children back')
  await tabTo(page, at => at.id === 'measure', 'how anybody can tell')
  await page.keyboard.type('The library’s book')
  await tabTo(page, at => at.words === 'Record', 'record')
  await enter(page)
  assert.match(await said(page), /Stays on the pavement/)
  assert.match(await said(page), /Nobody is named who can tell/)
  await tabTo(page, at => at.words === 'Craig’s own copy', 'his copy')
  await enter(page)
  assert.match(await page.locator('article').innerText(), /Stays on the pavement/)
})

journey(place, 'on a phone one goal is open at a time', { width: 390, height: 844 }, async page => {
  const base = await family(page)
  await page.goto(`${base}/plans`)
  const goals = page.locator('.hf-goal__d')
  assert.ok(await goals.count() > 3)
  await goals.nth(0).locator('summary').click()
  await goals.nth(1).locator('summary').click()
  assert.equal(await page.locator('.hf-goal__d[open]').count(), 1)
})
