// What the journeys share: one demo and one browser for a file, pages that must end without trouble, and the steps that
// every form needs. No step sleeps: each waits for what a person would wait for.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newPage, startBrowser, startDemo } from './support.mjs'

/** Starts the demo and the browser for the tests of a file; `place` holds both once they run. */
export function inTheDemo () {
  const place = {}
  before(async () => {
    place.demo = await startDemo()
    place.browser = await startBrowser()
  })
  after(async () => {
    await place.browser?.close()
    await place.demo?.stop()
  })
  return place
}

/** A journey: a page of its own, signed in by the demo, and at its end no breach, no foreign request, no script error. */
export function journey (place, name, options, steps) {
  test(name, { timeout: 90_000 }, async t => {
    const page = await newPage(place.browser, place.demo.origin, options)
    page.setDefaultTimeout(10_000)
    try {
      await page.goto('/')
      await steps(page, t)
      assert.deepEqual(page.trouble, [])
    } finally {
      await page.context().close()
    }
  })
}

/** The path of the demo's own family. */
export async function family (page) {
  await page.goto('/cases')
  return page.getByRole('link', { name: 'Ola, Kuba and Maja' }).first().getAttribute('href')
}

/** Does what loads a page, and waits until it is there. Gives the answer to the form, where one was sent. */
export async function leads (page, act) {
  let sent = null
  const listen = response => {
    if (response.request().method() === 'POST' && response.request().isNavigationRequest()) sent = response
  }
  page.on('response', listen)
  await Promise.all([page.waitForEvent('load'), act()])
  page.off('response', listen)
  return sent
}

/** Presses a button of the form that records. */
export async function press (page, name) {
  return leads(page, () => page.locator('main').getByRole('button', { name, exact: true }).filter({ visible: true }).last().click())
}

/** Follows a link of the page's own part by its words. */
export async function follow (page, name) {
  return leads(page, () => page.locator('main').getByRole('link', { name }).first().click())
}

/** Opens the folded part of a form, where it is folded. */
export async function unfold (page, summary) {
  const fold = page.locator('details', { has: page.locator('summary', { hasText: summary }) }).first()
  if (!await fold.evaluate(details => details.open)) await fold.locator('summary').first().click()
}

/** The texts of all matches, with spaces made even. */
export async function texts (locator) {
  return (await locator.allInnerTexts()).map(text => text.replace(/\s+/g, ' ').trim())
}

/** The whole main part as text, also what is folded away. */
export async function said (page) {
  return (await page.locator('main').textContent()).replace(/\s+/g, ' ')
}

/** The row of the map that tells of a behaviour. */
export function row (page, title) {
  return page.locator('.hf-band', { has: page.locator('.hf-harm__h', { hasText: title }) })
}

/** The row of the map that tells of a behaviour in these words. */
export function rowOf (page, act) {
  return page.locator('.hf-band', { has: page.locator('.hf-harm a.hf-t', { hasText: act }) })
}

/** The status line of the draft, once it says what is expected. */
export async function draftSays (page, words) {
  await page.locator('[data-draft-status]', { hasText: words }).waitFor()
}

/** How many times a text is there. */
export function times (text, part) {
  return text.split(part).length - 1
}

/** Records a behaviour of Craig by the form, and gives the path of its entry. */
export async function recordBehaviour (page, base, act, title, { to = 'Ewa' } = {}) {
  await page.goto(`${base}/new/behaviour?then=map`)
  await page.getByLabel('What does this person do?').fill(act)
  await page.getByRole('group', { name: 'To whom?' }).getByLabel(to).check()
  await unfold(page, 'More detail')
  await page.getByLabel('A few words to find it by').fill(title)
  await press(page, 'Record')
  return row(page, title).locator('.hf-harm a.hf-t').first().getAttribute('href')
}
