// Without a mouse: from the case list to a recorded behaviour, and from an empty cell of the map to an effect on a child.
import assert from 'node:assert/strict'
import { inTheDemo, journey, leads, row } from './journey.mjs'

const place = inTheDemo()

/** What has the focus: its words, whether it looks different with the focus, and whether something lies over it. */
const focus = page => page.evaluate(() => {
  const at = document.activeElement
  const box = at.getBoundingClientRect()
  const shape = element => { const style = getComputedStyle(element); return [style.outlineStyle, style.outlineWidth, style.boxShadow, style.backgroundColor].join() }
  const near = [at, at.labels?.[0], at.closest('label'), at.nextElementSibling].filter(Boolean)
  const marked = near.map(shape).join()
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 12))
  at.blur()
  const plain = near.map(shape).join()
  at.focus({ preventScroll: true })
  return {
    id: at.id, name: at.name ?? '', href: at.getAttribute('href') ?? '', tag: at.localName,
    words: (at.labels?.[0]?.textContent || at.textContent || '').replace(/\s+/g, ' ').trim(),
    onScreen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    marked: marked !== plain,
    covered: !!top && !(at.contains(top) || top.contains(at) || near.some(other => other.contains(top)))
  }
})

/** Presses Tab until what has the focus is the one looked for. Every stop on the way must be seen. */
async function tabTo (page, found, what) {
  for (let press = 0; press < 160; press += 1) {
    await page.keyboard.press('Tab')
    const now = await focus(page)
    if (now.tag === 'body') continue
    assert.ok(now.onScreen, `the focus is off the screen at “${now.words || now.name}”`)
    assert.ok(!now.covered, `something lies over the focus at “${now.words || now.name}”`)
    if (now.tag !== 'main') assert.ok(now.marked, `the focus cannot be seen at “${now.words || now.name}”`)
    if (found(now)) return now
  }
  throw new Error(`not reached with Tab: ${what}`)
}

const enter = page => leads(page, () => page.keyboard.press('Enter'))

journey(place, 'by keyboard: a behaviour from the case list, and its effect from an empty cell', {}, async page => {
  await page.goto('/cases')
  await page.keyboard.press('Tab')
  const skip = await focus(page)
  assert.match(skip.href, /^#main$/)
  assert.ok(skip.onScreen, 'the skip link is seen')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.id === 'main')

  await tabTo(page, now => now.words === 'Ola, Kuba and Maja', 'the case')
  await enter(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await tabTo(page, now => now.words === 'Open the pattern map', 'the map')
  await enter(page)
  await tabTo(page, now => now.words === 'Add a behaviour', 'add a behaviour')
  await enter(page)
  await tabTo(page, now => now.id === 'act', 'the act')
  await page.keyboard.type('Reads out the letters of the nursery in a mocking voice.')
  await tabTo(page, now => now.name === 'targets' && now.words === 'Maja', 'to whom')
  await page.keyboard.press('Space')
  await tabTo(page, now => now.words === 'Record' && now.tag === 'button', 'the button')
  await enter(page)
  assert.match(page.url(), /\/map\?done=recorded/)
  const band = row(page, 'Reads out the letters')
  assert.equal(await band.count(), 1)
  assert.match(await page.locator('main').innerText(), /Reads out the letters of the nursery/)

  const cell = await tabTo(page, now => now.tag === 'a' && /^Not yet asked: .*Kuba/.test(now.words), 'an empty cell')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.name === 'what')
  await page.keyboard.type('Puts his hands over Maja’s ears.')
  const before = new URL(cell.href, page.url()).searchParams.get('behaviour')
  assert.ok(before, 'the cell knows its behaviour')
  await tabTo(page, now => now.words === 'Record' && now.tag === 'button', 'the button of the line')
  await enter(page)
  const kids = page.locator('.hf-band', { has: page.locator(`#e-${before}`) }).locator('.hf-cell', { hasText: 'Kuba' })
  assert.ok((await kids.allInnerTexts()).some(text => text.includes('Puts his hands over Maja’s ears.')), 'in the cell of the child')
})

journey(place, 'the check of the focus can fail: without its marks it is not seen', {}, async page => {
  await page.goto('/cases')
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { outline: 0 !important; box-shadow: none !important; background: none !important }')
    document.adoptedStyleSheets = [sheet]
  })
  await assert.rejects(tabTo(page, now => now.words === 'New case', 'new case'), /the focus cannot be seen/)
})
