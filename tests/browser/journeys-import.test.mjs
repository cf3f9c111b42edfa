// Old records and attached files: a chronology from a spreadsheet is looked at before anything is recorded, faults are named
// by row, and a file is known by what is in it.
import assert from 'node:assert/strict'
import { family, inTheDemo, journey, leads, press, said, texts } from './journey.mjs'
import { axe } from './support.mjs'

const place = inTheDemo()
const file = (name, mimeType, text) => ({ name, mimeType, buffer: Buffer.from(text) })
const sideways = page => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const javaScriptEnabled of [true, false]) {
  journey(place, `a chronology from a spreadsheet, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, { width: 390, height: 844, javaScriptEnabled }, async page => {
    const act = `Stood outside the school gate until the bell rang (${javaScriptEnabled})`
    const rows = `Date,What happened,Who,To whom,Source\n03/02/2025,${act},Craig,Ewa,School log\n31/12/2024,Kept the car keys (${javaScriptEnabled}),Craig,Ewa,School log\n`
    const base = await family(page)
    await page.goto(`${base}/import`)
    if (javaScriptEnabled) assert.deepEqual(await axe(page), [])
    assert.ok(await sideways(page) <= 0, 'scrolls sideways')
    await page.locator('input[type=file]').setInputFiles(file(`old-${javaScriptEnabled}.csv`, 'text/csv', rows))
    await press(page, 'Go on')
    await page.getByLabel('What was done').selectOption({ label: 'B: What happened' })
    await leads(page, () => page.locator('main').getByRole('button', { name: 'Look at what would come of it' }).first().click())
    if (javaScriptEnabled) assert.deepEqual(await axe(page), [])
    assert.match(await said(page), /2 new entries/)
    await page.goto(`${base}/chronology?from=2024&until=2025`)
    assert.ok(!(await said(page)).includes(act), 'looking records nothing')
    await page.goto('/work')
    await leads(page, () => page.locator('main a[href*="/import"]').first().click())
    await leads(page, () => page.locator('main').getByRole('button', { name: 'Look at what would come of it' }).first().click())
    await leads(page, () => page.getByRole('button', { name: 'Bring in 2 entries' }).click())
    await page.goto(`${base}/chronology?from=2024&until=2025`)
    assert.ok((await said(page)).includes(act))
    assert.match(await said(page), /School log/)
  })
}

journey(place, 'rows with mistakes are named, and nothing is brought in', {}, async page => {
  const rows = 'Date,What was done,Who,To whom\n31/02/2025,Followed her,Craig,Ewa\n03/02/2025,Rang all night,Nobody Known,Ewa\n04/02/2025,,Craig,Ewa\n'
  const base = await family(page)
  await page.goto(`${base}/import`)
  await page.locator('input[type=file]').setInputFiles(file('wrong.csv', 'text/csv', rows))
  await press(page, 'Go on')
  await leads(page, () => page.locator('main').getByRole('button', { name: 'Look at what would come of it' }).first().click())
  const told = await said(page)
  assert.match(told, /31\/02\/2025/)
  assert.match(told, /Nobody Known/)
  assert.equal(await page.getByRole('button', { name: /^Bring in/ }).count(), 0)
  assert.deepEqual(await axe(page), [])
})

journey(place, 'a file is known by what is in it, and comes back as a download', {}, async page => {
  const base = await family(page)
  await page.goto(`${base}/attach`)
  assert.deepEqual(await axe(page), [])
  await page.getByLabel('What is it, in a few words?').fill('Letter of 3 March')
  await page.locator('input[type=file]').setInputFiles(file('photo.jpg', 'image/jpeg', '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'))
  await leads(page, () => page.locator('main').getByRole('button').filter({ visible: true }).last().click())
  const told = await said(page)
  assert.match(told, /PDF/, 'what it really is')
  assert.deepEqual(await axe(page), [])
  const download = await page.request.get(await page.locator('main a[href$="/file"]').first().getAttribute('href'))
  assert.equal(download.status(), 200)
  assert.match(download.headers()['content-disposition'], /^attachment/)
  assert.equal(download.headers()['x-content-type-options'], 'nosniff')
  assert.match(await download.text(), /^%PDF-1\.4/)
  assert.deepEqual(await texts(page.locator('main img, main iframe, main object, main embed')), [], 'nothing is shown inline')
})
