// The chronology by keyboard and without JavaScript: filters stand in the address, the strip stays on the screen.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoCase, newPage, startBrowser, startDemo } from './support.mjs'

let demo, browser

before(async () => {
  demo = await startDemo()
  browser = await startBrowser()
})

after(async () => {
  await browser?.close()
  await demo?.stop()
})

async function open (options) {
  const page = await newPage(browser, demo.origin, options)
  await page.goto('/')
  const base = await demoCase(page)
  await page.goto(`${base}/chronology`)
  return { page, base }
}

for (const javaScriptEnabled of [true, false]) {
  test(`a filter is opened, chosen and taken away by keyboard, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
    const { page } = await open({ javaScriptEnabled })
    const whole = await page.locator('table.hf-chron tr[id]').count()
    await page.locator('summary', { hasText: 'Filter' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Child', { exact: true }).focus()
    await page.keyboard.type('Kuba')
    await page.getByLabel('From', { exact: true }).focus()
    await page.keyboard.type('2026')
    await page.keyboard.press('Enter')
    await page.waitForURL(/child=[0-9a-f-]{36}/)
    assert.match(page.url(), /from=2026/)
    const some = await page.locator('table.hf-chron tr[id]').count()
    assert.ok(some > 0 && some < whole, `${some} of ${whole} rows`)
    await page.getByText('This is not the whole chronology.').waitFor()
    await page.getByRole('link', { name: 'Show everything' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(url => url.search === '')
    assert.equal(await page.locator('table.hf-chron tr[id]').count(), whole)
    assert.deepEqual(page.trouble, [])
    await page.context().close()
  })
}

test('the strip is shown on the screen with its table, and never printed', async () => {
  const { page } = await open()
  await page.locator('summary', { hasText: 'Show the pattern' }).click()
  const strip = page.locator('.hf-strip')
  assert.ok(await strip.getByRole('img').first().isVisible())
  const harm = await strip.locator('.sb').count()
  const hold = await strip.locator('.sh').count()
  assert.ok(harm > 0 && hold > 0, 'harm and protection are both drawn')
  await strip.locator('summary', { hasText: 'by year' }).click()
  assert.ok(await strip.locator('table').isVisible())
  await page.emulateMedia({ media: 'print' })
  assert.equal(await strip.isVisible(), false)
  assert.ok(await page.locator('table.hf-chron').isVisible(), 'the table is printed')
  assert.equal(await page.locator('.hf-chron .hf-noprint').first().isVisible(), false)
  await page.context().close()
})

test('the other views stand together under one heading, and open by keyboard', async () => {
  const { page, base } = await open({ width: 390, height: 844, javaScriptEnabled: false })
  const more = page.locator('.hf-nav__more > summary').last()
  await more.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Daily care' }).first().click()
  await page.waitForURL(`**${base}/care`)
  assert.match(await more.innerText(), /Daily care/)
  await page.context().close()
})
