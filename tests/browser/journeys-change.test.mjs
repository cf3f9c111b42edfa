// Change over time: what he says of each behaviour, what is seen of him, and what stands apart. By keyboard and with JavaScript off.
import assert from 'node:assert/strict'
import { family, follow, inTheDemo, journey, press, said, unfold } from './journey.mjs'

const place = inTheDemo()
const plain = { javaScriptEnabled: false }

journey(place, 'a reader can list what he named, what he denied and the harm he stated; attendance stands apart', plain, async page => {
  const base = await family(page)
  await page.goto(`${base}/change`)
  const all = await said(page)
  assert.match(all, /I had my hands round her throat/)
  assert.match(all, /Says it is not so/)
  assert.match(all, /On Ola: “She missed her test and cried in the van.”/)
  assert.match(all, /Besides Craig, so far only the school office says so/)
  assert.match(all, /comes to the group on Thursdays/)
  const apart = await page.locator('section', { hasText: 'These stand apart. They move nothing above.' }).last().innerText()
  assert.match(apart, /comes to the group on Thursdays/)
  assert.match(apart, /wept and said/)
  assert.doesNotMatch(all, /per ?cent|score|out of \d|has changed\b(?!\. That)/i)
})

journey(place, 'JavaScript off: a fourth review asks only what may be raised with him, and stands beside the first', plain, async page => {
  const base = await family(page)
  await page.goto(`${base}/change`)
  await follow(page, 'Record a review')
  assert.match(await said(page), /Raise only what is already known/)
  assert.match(await said(page), /Calls to agencies/)
  const asked = await page.locator('input[type="hidden"][name$="-behaviour"]').count()
  assert.equal(asked, 4, 'those of his goals that may be raised; what only she could have told is not among them')
  await page.getByLabel('Names it', { exact: true }).first().check()
  await page.locator('textarea[name="reviewed-0-words"]').fill('I did that. Nobody made me.')
  await page.locator('textarea[name^="reviewed-0-harm_"]').first().fill('She sleeps with the light on')
  await page.locator('#held_by-other').fill('the Steps programme')
  assert.equal((await press(page, 'Record')).status(), 303, await said(page))
  assert.match(await said(page), /I did that. Nobody made me./)
  assert.match(await said(page), /She sleeps with the light on/)
})

journey(place, 'what is seen of him is tied to a behaviour, and a certificate is not', {}, async page => {
  const base = await family(page)
  await page.goto(`${base}/change`)
  await follow(page, 'Record what is seen')
  await page.getByLabel('A certificate or report of completion').check()
  await page.locator('#seen').fill('has a certificate of twenty sessions')
  assert.equal((await press(page, 'Record')).status(), 303, await said(page))
  await page.goto(`${base}/change`)
  const apart = page.locator('section', { hasText: 'These stand apart. They move nothing above.' }).last()
  assert.match(await apart.innerText(), /has a certificate of twenty sessions/)
})

journey(place, 'an empty review says what is missing, and nothing is lost', plain, async page => {
  const base = await family(page)
  await page.goto(`${base}/new/change_review`)
  await unfold(page, 'What else was said')
  await page.locator('#remark').fill('He did not come')
  const answer = await press(page, 'Record')
  assert.equal(answer.status(), 422)
  assert.match(await said(page), /Say something of at least one behaviour/)
  assert.equal(await page.locator('#remark').inputValue(), 'He did not come')
})

journey(place, 'what goes to a programme has the pattern in the wording that may be used, his words, and nothing of hers', plain, async page => {
  const base = await family(page)
  await page.goto(`${base}/change`)
  await follow(page, 'What may go to a programme: Craig')
  const paper = await page.locator('article').innerText()
  assert.match(paper, /should hear Polish at home/)
  assert.match(paper, /I had my hands round her throat/)
  assert.match(paper, /Any session missed, on the same day/)
  assert.doesNotMatch(paper, /Forbids Polish|put on a plane|until four|location app|£25|told nothing that only Ewa|solicitor/)
})
