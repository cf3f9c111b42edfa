// The wording check: a blaming note is written again; findings, a rewrite with blanks, one suggestion put on the map with
// its source, one finding kept with a reason. By keyboard, without script, and when the connection drops.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axe, WIDTHS } from './support.mjs'
import { draftSays, family, inTheDemo, journey, leads, press, rowOf, said, texts } from './journey.mjs'

const place = inTheDemo()

// The demo keeps a note in this manner, finished long ago and so unchangeable: here somebody writes it anew.
const NOTE = `There is a history of domestic violence between the parents. On Saturday Mum was grabbed by the arm at handover and Ola saw it. Craig took Ola’s tablet in the car and read her messages to her aunt.

Ewa failed to protect the children. Ewa said: “If I keep him on the step he shouts until the children cry.”

Dad is engaging well and has finished week six of his course.`

const findings = page => page.locator('[data-part="findings"] [data-key]')
const offers = page => page.locator('[data-part="offers"] [data-key]')
const finding = (page, words) => findings(page).filter({ hasText: words }).first()

async function editor (page) {
  const base = await family(page)
  await page.goto(`${base}/new/note?then=notes`)
  return base
}

async function written (page, text = NOTE) {
  const base = await editor(page)
  await page.getByLabel('What is it about?').fill('Handover on Saturday')
  await page.locator('#text').fill(text)
  await page.locator('[data-part] [data-key]').first().waitFor()
  return base
}

journey(place, 'findings come while one writes, and nothing is changed by itself', {}, async page => {
  await written(page)
  await draftSays(page, 'Saved')
  assert.ok((await texts(findings(page))).some(text => text.includes('failed to protect')))
  assert.equal(await page.locator('#text').inputValue(), NOTE, 'the text is untouched')
  assert.match(await page.locator('[data-said]').innerText(), /places to look at/)
  const quoted = (await texts(findings(page).locator('.hf-finding__q'))).join(' ')
  assert.doesNotMatch(quoted, /If I keep him/, 'quoted words are left alone')
  // Marks are painted where the browser can.
  const painted = await page.evaluate(() => [...CSS.highlights.entries()].map(([name, marks]) => [name, marks.size]))
  assert.ok(painted.some(([name, size]) => name === 'hf-wording' && size > 0), JSON.stringify(painted))
  for (const { width, height } of WIDTHS) {
    await page.setViewportSize({ width, height })
    assert.deepEqual(await axe(page), [], `axe at ${width}`)
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    assert.ok(sideways <= 0, `scrolls sideways at ${width}`)
  }
})

journey(place, 'a rewrite goes behind its sentence with its blanks, and Undo takes it back', {}, async page => {
  await written(page)
  const card = finding(page, 'failed to protect')
  const rewrite = await card.locator('[data-insert]').getAttribute('data-insert')
  assert.match(rewrite, /\[.+\]/, 'blanks, no invented fact')
  await card.getByRole('button', { name: /^Insert this wording/ }).click()
  const text = await page.locator('#text').inputValue()
  assert.ok(text.includes(`Ewa failed to protect the children. ${rewrite}`), text)
  const selected = await page.locator('#text').evaluate(field => field.value.slice(field.selectionStart, field.selectionEnd))
  assert.match(selected, /^\[.+\]$/, 'the first blank is selected, to be typed over')
  await page.keyboard.press('Control+z')
  assert.equal(await page.locator('#text').inputValue(), NOTE)
})

journey(place, 'a suggestion is one press from the map, with its words as its source', {}, async page => {
  const base = await written(page)
  const offer = offers(page).filter({ hasText: /tablet/ }).first()
  await leads(page, () => offer.getByRole('button', { name: /Put on the map/ }).click())
  assert.match(page.url(), /\/new\/behaviour/)
  assert.match(await page.getByLabel('What does this person do?').inputValue(), /^Took Ola’s tablet/)
  assert.match(await page.getByLabel('In their own words').first().inputValue(), /Craig took Ola’s tablet in the car/)
  // A thing of a child's may be meant for somebody else: whom it was done to is for the worker to say.
  const to = page.getByRole('group', { name: 'To whom?' })
  assert.equal(await to.getByRole('checkbox', { checked: true }).count(), 0)
  await to.getByLabel('Ola', { exact: true }).check()
  await press(page, 'Record')
  // Back in the note: nothing of it is lost, and the suggestion knows that it was taken up.
  assert.equal(await page.locator('#text').inputValue(), NOTE)
  await page.locator('[data-part="offers"]').getByRole('link', { name: /^On the map/ }).first().waitFor()
  await page.goto(`${base}/map`)
  const band = rowOf(page, 'Took Ola’s tablet').filter({ hasText: 'Note: Handover on Saturday' })
  assert.equal(await band.count(), 1, 'on the map at once, with its source')
})

journey(place, 'one finding is kept with a reason, by keyboard; it lapses with its sentence', {}, async page => {
  await written(page)
  await page.locator('#text').focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('F8')
  const first = await page.locator('#text').evaluate(field => field.value.slice(field.selectionStart, field.selectionEnd))
  assert.ok(NOTE.includes(first) && first.length > 3, 'F8 selects the first place')
  await page.locator('[data-key][aria-current]').waitFor()
  await page.keyboard.press('F8')
  await page.keyboard.press('Shift+F8')
  assert.equal(await page.locator('#text').evaluate(field => field.value.slice(field.selectionStart, field.selectionEnd)), first)
  const card = finding(page, 'failed to protect')
  await card.locator('summary', { hasText: 'Keep with a reason' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space') // the first reason: a quotation
  await page.keyboard.press('ArrowDown') // the court’s words
  await card.getByRole('button', { name: 'Keep the wording' }).focus()
  await page.keyboard.press('Enter')
  const kept = page.locator('[data-part="kept"] [data-key]')
  await kept.first().waitFor()
  assert.match((await texts(kept))[0], /Kept: These are the court’s words/)
  // Another word in the sentence: it is to be looked at again.
  await page.locator('#text').fill(NOTE.replace('protect the children', 'protect Ola and Kuba'))
  await finding(page, 'failed to protect').waitFor()
  assert.equal(await kept.count(), 0)
})

journey(place, 'everything works without script', { javaScriptEnabled: false }, async page => {
  const base = await editor(page)
  await page.getByLabel('What is it about?').fill('Handover, without script')
  await page.locator('#text').fill(NOTE)
  await press(page, 'Check wording')
  assert.ok(await findings(page).count() > 2)
  assert.ok(await page.locator('.hf-marked mark.hf-m--finding').count() > 2, 'a marked-up copy to read')
  assert.equal((await page.locator('.hf-marked').innerText()).trim(), NOTE, 'nothing of the text is lost in it')
  await leads(page, () => finding(page, 'failed to protect').getByRole('button', { name: /^Insert this wording/ }).click())
  assert.match(await page.locator('#text').inputValue(), /failed to protect the children\. .*\[.+\]/)
  const card = finding(page, 'history of domestic violence')
  await card.locator('summary', { hasText: 'Keep with a reason' }).click()
  await card.getByLabel('Another reason').check()
  await card.getByLabel('In a few words').fill('the title of the referral')
  await leads(page, () => card.getByRole('button', { name: 'Keep the wording' }).click())
  assert.match(await page.locator('[data-part="kept"]').innerText(), /the title of the referral/)
  const offer = offers(page).filter({ hasText: /Read her messages/ }).first()
  await leads(page, () => offer.getByRole('button', { name: /Put on the map/ }).click())
  await press(page, 'Record')
  assert.match(await page.locator('[data-part="kept"]').innerText(), /the title of the referral/, 'kept with the draft')
  await press(page, 'Finalise this note')
  assert.match(page.url(), /\/notes\?done=recorded/)
  assert.doesNotMatch(await said(page), /the title of the referral|places to look at/, 'gone with the finished note')
  await page.goto(`${base}/map`)
  assert.ok(await rowOf(page, 'Read her messages').count() > 0)
})

journey(place, 'without a connection the check is paused, never silent', {}, async page => {
  await written(page)
  const before = await findings(page).count()
  await page.route('**/drafts/**', route => route.abort())
  await page.locator('#text').press('End')
  await page.locator('#text').pressSequentially(' More.')
  await page.locator('[data-paused-line]', { hasText: 'Wording check paused' }).waitFor()
  assert.equal(await findings(page).count(), before, 'what was found stays listed')
  await page.unroute('**/drafts/**')
  await page.locator('[data-paused-line]').waitFor({ state: 'hidden' })
  await draftSays(page, 'Saved')
})

journey(place, 'a note in Polish is not checked, and says so', {}, async page => {
  await editor(page)
  await page.locator('#text').fill('Pani Ewa powiedziała, że mąż zabrał telefon oraz klucze, więc przez cały weekend nie wychodziła. Dzieci były głodne, bardzo się bały. Sąsiadka dała im chleb, mleko oraz jabłka.')
  await page.locator('[data-said]', { hasText: 'This text was not checked' }).waitFor()
  assert.equal(await findings(page).count(), 0)
})

journey(place, 'more than a form may hold is refused in words, and the draft from before is kept', {}, async page => {
  await written(page)
  await draftSays(page, 'Saved')
  // As the server answers 8 MiB and more; laying out so long a text takes a browser minutes.
  await page.route('**/drafts/**', route => route.fulfill({ status: 413, body: '' }))
  await page.locator('#text').press('End')
  await page.locator('#text').pressSequentially('.')
  await draftSays(page, 'too long to be saved at once')
  await page.locator('[data-paused-line]', { hasText: 'Wording check paused' }).waitFor()
  const link = await page.locator('draft-form').getAttribute('data-draft-url')
  const key = /drafts\/([0-9a-f-]+)/.exec(link)[1]
  await page.goto('/work')
  assert.ok((await page.content()).includes(key), 'still among the unfinished work')
})

journey(place, 'a document is checked and forgotten; each finding leads to the page of its rule', {}, async page => {
  await page.goto('/check')
  await page.getByLabel('The text').fill(NOTE)
  await page.getByLabel('Whose names are in it?').selectOption({ label: 'Ola, Kuba and Maja' })
  await press(page, 'Check wording')
  assert.ok(await findings(page).count() > 2)
  assert.deepEqual(await axe(page), [])
  const card = findings(page).first()
  await card.locator('summary', { hasText: 'Why this matters' }).click()
  await leads(page, () => card.getByRole('link', { name: /^More about/ }).click())
  assert.match(page.url(), /\/help\/wording\/[A-Z]+\d+/)
  await page.getByRole('heading', { name: 'It leaves alone' }).waitFor()
  assert.deepEqual(await axe(page), [])
  await page.goto('/work')
  assert.doesNotMatch(await said(page), /Handover/, 'nothing is stored')
})

journey(place, 'a paper for the court may say that somebody alleges something', {}, async page => {
  await page.goto('/check')
  await page.getByLabel('Whose names are in it?').selectOption({ label: 'Ola, Kuba and Maja' })
  await page.getByLabel('The text').fill('Ewa alleges that Craig took the keys.')
  await press(page, 'Check wording')
  assert.equal(await finding(page, 'alleges').count(), 1, 'in a note it is looked at')
  await page.getByLabel('It is a paper for the court').check()
  await press(page, 'Check wording')
  assert.equal(await findings(page).count(), 0)
  assert.ok(await page.getByLabel('It is a paper for the court').isChecked(), 'the answer is kept')
  assert.deepEqual(await axe(page), [])
})

journey(place, 'a finished note is gone through, one sentence at a time', {}, async page => {
  const base = await written(page, 'Craig followed Ewa to the school and shouted at her. Craig locked Ola in the car.')
  await press(page, 'Finalise this note')
  const note = page.locator('article', { hasText: 'Craig locked Ola in the car' })
  await leads(page, () => note.getByRole('link', { name: 'What could go on the map from this note' }).click())
  assert.deepEqual(await axe(page), [])
  const step = page.locator('#step')
  const first = await step.locator('.hf-finding__q').innerText()
  await leads(page, () => step.getByRole('button', { name: /Skip/ }).press('Enter'))
  const second = await page.locator('#step .hf-finding__q').innerText()
  assert.notEqual(second, first)
  await leads(page, () => page.locator('#step').getByRole('button', { name: 'Not a behaviour' }).press('Enter'))
  await page.goto(`${base}/notes`)
  await leads(page, () => note.getByRole('link', { name: 'What could go on the map from this note' }).click())
  assert.equal(await page.locator('#step .hf-finding__q').innerText(), first, 'what was skipped is still there')
  await leads(page, () => page.locator('#step').getByRole('button', { name: 'Put on the map as a draft' }).press('Enter'))
  const left = await said(page)
  assert.ok(!left.includes(`${first}Read in an old note`), 'what is on the map is not asked again')
  await page.goto(`${base}/map`)
  assert.ok(await rowOf(page, first).count() > 0)
})

journey(place, 'a file is checked and forgotten; one that cannot be read says why', {}, async page => {
  const file = (name, text) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })
  await page.goto('/check')
  await page.getByLabel('Whose names are in it?').selectOption({ label: 'Ola, Kuba and Maja' })
  await page.getByLabel('Or a file').setInputFiles(file('handover.txt', NOTE))
  await press(page, 'Check wording')
  assert.ok(await findings(page).count() > 2)
  assert.match(await said(page), /handover\.txt/)
  for (const { width, height } of WIDTHS) {
    await page.setViewportSize({ width, height })
    assert.deepEqual(await axe(page), [], `axe at ${width}`)
  }
  await page.getByLabel('The text').fill('These words stay.')
  await page.getByLabel('Or a file').setInputFiles(file('broken.docx', 'PK\u0003\u0004 no archive'))
  await press(page, 'Check wording')
  assert.match(await said(page), /damaged/)
  assert.equal(await page.getByLabel('The text').inputValue(), 'These words stay.')
  assert.deepEqual(await axe(page), [])
})

journey(place, 'two hundred old notes are brought in, gone through by keyboard, and are on the map', {}, async page => {
  const two = n => String(n).padStart(2, '0')
  const day = n => `2023-${two(1 + Math.floor(n / 28))}-${two(1 + n % 28)}`
  const streets = ['Mill Lane', 'Kirk Road', 'Dock Street', 'Hope Terrace']
  const notes = Array.from({ length: 200 }, (_, n) => ({
    name: `note-${n}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(`Subject: Visit ${n}\nDate: ${day(n)}\n\nCraig followed Ewa along ${streets[n % 4]} on visit ${n}. Kuba was weighed.\n`)
  }))
  const base = await family(page)
  await page.goto(`${base}/import`)
  await page.locator('input[type=file]').setInputFiles(notes)
  await press(page, 'Go on')
  await leads(page, () => page.locator('main').getByRole('button', { name: 'Look at what would come of it' }).first().click())
  await leads(page, () => page.getByRole('button', { name: 'Bring in 200 entries' }).click())
  await page.goto(`${base}/triage`)
  // By the keyboard alone: on to the button with Tab, and Enter.
  const reach = async name => {
    for (let n = 0; n < 80; n++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(name => document.activeElement?.textContent?.trim().startsWith(name), name)) return
    }
    assert.fail(`“${name}” cannot be reached with Tab`)
  }
  const mapped = []
  for (const name of ['Put on the map as a draft', 'Skip', 'Put on the map as a draft', 'Not a behaviour', 'Put on the map as a draft']) {
    const words = await page.locator('#step .hf-finding__q').innerText()
    await reach(name)
    await leads(page, () => page.keyboard.press('Enter'))
    if (name.startsWith('Put')) mapped.push(words)
    assert.notEqual(await page.locator('#step .hf-finding__q').innerText(), words, `${name}: on to the next`)
  }
  assert.deepEqual(await axe(page), [])
  await page.goto(`${base}/map`)
  for (const words of mapped) assert.ok(await rowOf(page, words).count() > 0, words)
})

test('from the pause to painted findings', { timeout: 60_000 }, async t => {
  const { newPage } = await import('./support.mjs')
  const page = await newPage(place.browser, place.demo.origin)
  await page.goto('/')
  await written(page)
  const times = []
  for (let n = 0; n < 5; n++) {
    await page.evaluate(() => {
      window.hfSent = 0
      const real = window.fetch
      window.fetch = (...args) => { if (String(args[0]).includes('/drafts/')) window.hfSent = performance.now(); return real(...args) }
      performance.clearMarks('hf:painted')
    })
    await page.locator('#text').press('End')
    await page.locator('#text').pressSequentially('.')
    await page.waitForFunction(() => window.hfSent > 0 && performance.getEntriesByName('hf:painted').length > 0)
    times.push(await page.evaluate(() => performance.getEntriesByName('hf:painted').at(-1).startTime - window.hfSent))
  }
  times.sort((a, b) => a - b)
  t.diagnostic(`beyond the debounce, median of five: ${Math.round(times[2])} ms (${times.map(Math.round).join(', ')})`)
  await page.context().close()
})
