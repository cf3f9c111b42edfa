// The map on paper: whole, without addresses, and with the child's name in every cell, so that it reads away from its table.
import assert from 'node:assert/strict'
import { family, inTheDemo, journey, texts } from './journey.mjs'

const place = inTheDemo()

journey(place, 'the map on paper', {}, async page => {
  const base = await family(page)
  await page.goto(`${base}/map`)
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 1123, height: 794 })

  const cells = page.locator('.hf-cell')
  assert.ok(await cells.count() > 20)
  for (const who of await page.locator('.hf-cell__who').all()) {
    assert.match((await who.innerText()).trim(), /^(Ola|Kuba|Maja)/)
    assert.ok(await who.isVisible(), 'the name is printed in its cell')
  }
  assert.equal(await page.locator('.hf-cell:not(:has(.hf-cell__who))').count(), 0)

  const addresses = await page.evaluate(() => [...document.querySelectorAll('a')].flatMap(link =>
    ['::before', '::after'].map(part => getComputedStyle(link, part).content).filter(content => /attr\(|http|\/cases/.test(content))))
  assert.deepEqual(addresses, [], 'addresses after links')

  const cut = await page.evaluate(() => [...document.querySelectorAll('main :is(p, a, bdi, h1, h2, h3, h4, span, td, th, li)')]
    .filter(element => element.checkVisibility() && !element.closest('.govuk-visually-hidden, svg'))
    .filter(element => {
      const style = getComputedStyle(element)
      const hides = /hidden|clip|auto|scroll/.test(style.overflowX + style.overflowY)
      const box = element.getBoundingClientRect()
      return (hides && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) || box.right > innerWidth + 1
    }).map(element => `${element.localName}.${element.className}: ${element.textContent.trim().slice(0, 60)}`))
  assert.deepEqual(cut, [], 'nothing is cut')

  const hidden = await page.evaluate(() => [...document.querySelectorAll('.hf-band .hf-harm, .hf-band .hf-path, .hf-band .hf-hold')]
    .filter(element => !element.checkVisibility()).length)
  assert.equal(hidden, 0, 'every row is open on paper')
  assert.equal(await page.getByRole('link', { name: 'Exit this page' }).isVisible(), false)
  assert.ok((await texts(page.locator('.hf-sheet')))[0].includes('Not for release'))

  const paper = await page.pdf({ format: 'A4', landscape: true })
  assert.equal(paper.subarray(0, 5).toString(), '%PDF-')
  assert.ok(paper.length > 20_000, `${paper.length} bytes`)
  const sheets = times(paper.toString('latin1'))
  assert.ok(sheets >= 2 && sheets <= 30, `${sheets} sheets`)
})

journey(place, 'the map on paper from a phone: folded rows are open', { width: 390, height: 844 }, async page => {
  const base = await family(page)
  await page.goto(`${base}/map`)
  const closed = page.locator('.hf-band .hf-hold').nth(3)
  assert.equal(await closed.isVisible(), false, 'folded on the screen: the check can fail')
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 794, height: 1123 })
  for (const part of await page.locator('.hf-band .hf-hold').all()) assert.ok(await part.isVisible(), 'open on paper')
})

/** How many sheets a PDF has. */
function times (pdf) {
  return (pdf.match(/\/Type \/Page\b(?!s)/g) ?? []).length
}
