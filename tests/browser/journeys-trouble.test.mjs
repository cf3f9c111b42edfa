// Bad days: two people change the same thing, the connection goes, the session ends, a form is sent twice.
import assert from 'node:assert/strict'
import { newPage } from './support.mjs'
import { draftSays, family, follow, inTheDemo, journey, leads, press, recordBehaviour, row, said, texts, times, unfold } from './journey.mjs'

const place = inTheDemo()

journey(place, 'two people change the same entry: both versions field by field, and nothing is lost', {}, async page => {
  const base = await family(page)
  const entry = await recordBehaviour(page, base, 'Checks the mileage of the car.', 'Mileage')
  const other = await newPage(place.browser, place.demo.origin)
  try {
    await other.goto(`${entry}/revise`)
    await page.goto(`${entry}/revise`)
    const change = async (who, act, reason) => {
      await who.getByLabel('What does this person do?').fill(act)
      await who.locator('#reason').fill(reason)
    }
    await change(page, 'Writes down the mileage of the car every evening.', 'Ewa told me more.')
    const first = await press(page, 'Record the change')
    assert.equal(first.status(), 303)
    await change(other, 'Reads the mileage of the car and asks Ola where they went.', 'Ola told the school.')
    await unfold(other, 'More detail')
    await other.getByLabel('Where?').fill('in the car park')
    const second = await press(other, 'Record the change')
    assert.equal(second.status(), 409)
    assert.equal(await other.locator('h1').innerText(), 'Two people changed this')
    const page409 = await said(other)
    for (const version of ['Writes down the mileage of the car every evening.', 'Reads the mileage of the car and asks Ola where they went.', 'Your version', 'Saved version']) {
      assert.ok(page409.includes(version), version)
    }
    assert.deepEqual(await texts(other.locator('.hf-versus h2')), ['What does this person do?'], 'only what both changed is asked')
    await other.getByLabel('Keep both').check()
    const both = 'Writes down the mileage of the car every evening. Reads it back and asks Ola where they went.'
    await other.getByLabel('Both, as it will read').fill(both)
    const settled = await press(other, 'Record this version')
    assert.equal(settled.status(), 303)

    await page.goto(entry)
    const now = await said(page)
    assert.ok((await page.locator('h1').innerText()).includes(both))
    assert.match(now, /in the car park/, 'what only the second one changed')
    const history = await page.locator('.hf-history').textContent()
    for (const kept of ['Ewa told me more.', 'Ola told the school.', 'Checks the mileage of the car.', 'Writes down the mileage of the car every evening.']) {
      assert.ok(history.includes(kept), `history: ${kept}`)
    }
    assert.deepEqual(other.trouble, [])
  } finally {
    await other.context().close()
  }
})

journey(place, 'the connection goes in the middle of a note, and comes back', {}, async page => {
  const base = await family(page)
  await page.goto(`${base}/new/note`)
  await page.getByLabel('What is it about?').fill('Telephone call from the corridor')
  await draftSays(page, /^Saved \d\d:\d\d/)
  await page.context().setOffline(true)
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Ewa whispered that Craig is at the door.')
  await draftSays(page, /No connection/)
  await page.getByRole('button', { name: 'Finalise this note' }).last().click()
  await draftSays(page, /No connection/)
  assert.equal(await page.locator('h1').innerText(), 'A note', 'a dead connection does not take the page away')
  assert.equal(await page.getByRole('textbox', { name: 'Note', exact: true }).inputValue(), 'Ewa whispered that Craig is at the door.')
  await page.context().setOffline(false)
  await draftSays(page, /^Saved \d\d:\d\d/)
  await page.goto('/work')
  await follow(page, /^A note/)
  assert.equal(await page.getByRole('textbox', { name: 'Note', exact: true }).inputValue(), 'Ewa whispered that Craig is at the door.')
  assert.equal(await page.getByLabel('What is it about?').inputValue(), 'Telephone call from the corridor')
  assert.match(await said(page), /This is what you had written/)
  await press(page, 'Finalise this note')
  await page.goto(`${base}/notes`)
  assert.equal(times(await said(page), 'Ewa whispered that Craig is at the door.'), 1)
  await page.goto('/work')
  assert.equal(await page.getByRole('link', { name: /^A note/ }).count(), 0, 'the draft went with the note')
})

journey(place, 'the session ends while a note is written: nothing is lost', {}, async page => {
  const base = await family(page)
  await page.goto(`${base}/new/note`)
  await page.getByLabel('What is it about?').fill('After the hearing')
  await draftSays(page, /^Saved/)
  await page.context().clearCookies({ name: 'holdfast' })
  const words = 'Maja slept through the whole of it; Ewa did not sit down once.'
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill(words)
  await draftSays(page, /You are signed out/)
  const answer = await press(page, 'Finalise this note')
  assert.equal(answer.status(), 401)
  assert.match(await said(page), /Nothing is lost/)
  await press(page, 'Sign in')
  assert.equal(await page.getByRole('textbox', { name: 'Note', exact: true }).inputValue(), words)
  assert.equal(await page.getByLabel('What is it about?').inputValue(), 'After the hearing')
  await press(page, 'Finalise this note')
  await page.goto(`${base}/notes`)
  assert.equal(times(await said(page), words), 1)
})

journey(place, 'the same form sent twice is one entry', {}, async page => {
  const base = await family(page)
  const act = 'Turns off the heating when he leaves.'
  await page.goto(`${base}/new/behaviour?then=map`)
  await page.getByLabel('What does this person do?').fill(act)
  await page.getByRole('group', { name: 'To whom?' }).getByLabel('Ewa').check()
  let body = ''
  page.on('request', request => {
    if (request.method() === 'POST' && request.isNavigationRequest()) body = request.postData()
  })
  await leads(page, () => page.getByRole('button', { name: 'Record', exact: true }).last().dblclick())
  await page.goto(`${base}/map`)
  assert.equal(times(await said(page), act), 1, 'pressed twice')
  const again = await page.evaluate(async ({ url, body }) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await fetch(url, { method: 'POST', headers, body })
    return { status: answer.status, url: answer.url }
  }, { url: `${base}/new/behaviour`, body })
  assert.equal(again.status, 200, 'the second answer is that of the first')
  await page.goto(`${base}/map`)
  assert.equal(times(await said(page), act), 1, 'sent again')
  const control = await page.evaluate(async ({ url, body }) => {
    const fields = new URLSearchParams(body)
    const id = fields.get('entry')
    fields.set('entry', id.slice(0, -1) + (id.endsWith('0') ? '1' : '0'))
    fields.set('draft', fields.get('entry'))
    return (await fetch(url, { method: 'POST', body: fields })).status
  }, { url: `${base}/new/behaviour`, body })
  assert.equal(control, 200)
  await page.goto(`${base}/map`)
  assert.equal(times(await said(page), act), 2, 'another form with the same words is another entry: the count can fail')
  assert.equal(await row(page, 'Saturday contact').count(), 1)
})
