// A visit on a phone: ten behaviours, six efforts and six effects. Taps and keystrokes are counted and printed.
import assert from 'node:assert/strict'
import { family, follow, inTheDemo, journey, leads, rowOf, said, times } from './journey.mjs'

const place = inTheDemo()

const BEHAVIOURS = [
  'counts the tea bags and asks who drank them', 'took the door off the bathroom', 'parks across the road on Mondays',
  'tells Kuba that his mother sold his bicycle', 'hides Maja’s health book before appointments', 'wakes the house at four to look for receipts',
  'writes to the landlord in Ewa’s name', 'gives Ola a telephone and reads it', 'says at school that Ewa hears voices', 'stands on the stairs until the lights go out'
]
const EFFORTS = [
  'buys tea in town and keeps it at the neighbour’s', 'hangs a curtain and sings while the children wash', 'walks the children out by the yard on Mondays',
  'showed Kuba the picture of the stolen lock', 'asked the clinic for a second health book', 'puts the receipts on the table before bed'
]
const EFFECTS = [
  'drinks only water at home now', 'washes in the dark', 'will not stand near the window',
  'asked the teacher what it costs to buy a bicycle back', 'missed the six-month check', 'falls asleep over her reading at school'
]

/** Counts as a thumb does: opening a list and choosing from it are two taps, each letter and Enter a keystroke. */
class Thumb {
  taps = 0
  keys = 0
  typed = []
  constructor (page) { this.page = page }
  async tap (locator) { this.taps += 1; await locator.click() }
  async choose (locator, label) { this.taps += 2; await locator.selectOption({ label }) }
  async type (locator, text) {
    if (!await locator.evaluate(field => field === document.activeElement)) await this.tap(locator)
    this.keys += [...text].length
    this.typed.push(text)
    await this.page.keyboard.insertText(text)
  }
  async enter () { this.keys += 1; await leads(this.page, () => this.page.keyboard.press('Enter')) }
}

journey(place, 'a visit on a phone, with nothing typed twice', { width: 390, height: 844 }, async (page, t) => {
  const base = await family(page)
  await page.goto(base)
  const thumb = new Thumb(page)
  thumb.taps += 1
  await follow(page, 'Record a visit')

  await thumb.tap(page.getByRole('group', { name: 'Who was there' }).getByText('Ewa', { exact: true }))
  await thumb.choose(page.locator('#known-0-how'), 'Told directly by Ewa')
  const sitting = { taps: thumb.taps, keys: thumb.keys }
  const day = await page.locator('#when').inputValue()
  assert.match(day, /^\d{1,2} \w+ \d{4}$/, 'the day of the visit is proposed')

  const kind = async name => {
    const radio = page.getByRole('radio', { name, exact: true })
    if (!await radio.isChecked()) await thumb.tap(radio)
  }
  const children = ['Ola', 'Kuba', 'Maja']
  for (const [at, act] of BEHAVIOURS.entries()) {
    await kind('Behaviour')
    await thumb.type(page.locator('#behaviour-act'), act)
    await thumb.enter()
    if (!EFFORTS[at]) continue
    await kind('Effort')
    const forWhom = page.getByRole('group', { name: 'For whom?' }).getByLabel(children[at % 3], { exact: true })
    await thumb.type(page.locator('#effort-act'), EFFORTS[at])
    if (!await forWhom.isChecked()) await thumb.tap(forWhom)
    const answers = page.locator('#effort-answers-0-to option:checked')
    assert.ok((await answers.innerText()).startsWith(act.slice(0, 12)), 'the behaviour just written is proposed')
    if (await page.evaluate(() => document.activeElement.id) !== 'effort-act') await leads(page, () => thumb.tap(page.getByRole('button', { name: 'Add line' }).filter({ visible: true }).last()))
    else await thumb.enter()
    await page.locator('.hf-added li', { hasText: EFFORTS[at] }).waitFor()
    await kind('Effect')
    const on = page.getByRole('group', { name: 'On whom?' })
    const child = on.getByRole('radio', { name: children[at % 3], exact: true })
    if (!await child.isChecked()) await thumb.tap(child)
    const cause = page.locator('#impact-from-0-to')
    assert.ok((await cause.locator('option:checked').innerText()).startsWith(act.slice(0, 12)), 'the behaviour just written is proposed')
    await thumb.type(page.locator('#impact-what'), EFFECTS[at])
    await thumb.enter()
  }
  assert.equal(await page.locator('.hf-added li').count(), 22)

  await page.goto(`${base}/map`)
  assert.doesNotMatch(await said(page), /counts the tea bags/i, 'nothing is recorded before the visit is')
  await page.goBack()
  thumb.taps += 1
  await leads(page, () => page.getByRole('button', { name: 'Record this visit' }).click())
  assert.match(page.url(), /\/notes\?done=recorded/)

  const lines = BEHAVIOURS.length + EFFORTS.length + EFFECTS.length
  const letters = [...BEHAVIOURS, ...EFFORTS, ...EFFECTS].reduce((sum, text) => sum + [...text].length, 0)
  t.diagnostic(`a visit of ${lines} lines on 390 pixels: ${thumb.taps} taps (${sitting.taps} of them for the visit itself), ` +
    `${(thumb.taps / lines).toFixed(1)} a line; ${thumb.keys} keystrokes, of which ${letters} are the words and ${thumb.keys - letters} are Enter`)
  assert.equal(new Set(thumb.typed).size, thumb.typed.length, 'nothing typed twice')
  assert.ok(thumb.keys - letters <= lines, 'no key but the words and one Enter a line')
  assert.ok(thumb.taps <= 4 * lines, `${thumb.taps} taps`)

  const visit = page.locator('article', { hasText: 'stands on the stairs' })
  assert.equal(await visit.count(), 1, 'one visit')
  assert.equal(await visit.locator('.hf-entry').count(), 22, 'with all its entries: one occasion')
  const entries = await visit.locator('.hf-entry a').evaluateAll(links => links.map(link => link.getAttribute('href')))
  await page.goto(`${base}/map`)
  const map = await said(page)
  for (const text of [...BEHAVIOURS, ...EFFORTS, ...EFFECTS]) assert.ok(times(map, text) >= 1, `on the map: ${text}`)
  for (const [at, act] of EFFORTS.entries()) {
    const band = rowOf(page, BEHAVIOURS[at])
    assert.ok((await band.locator('.hf-hold').textContent()).includes(act), `the answer stands beside what it answers: ${act}`)
    const cell = band.locator('.hf-cell', { hasText: children[at % 3] }).first()
    assert.ok((await cell.textContent()).includes(EFFECTS[at]), `the effect stands at its child: ${EFFECTS[at]}`)
  }
  await page.goto(`${base}/efforts`)
  for (const text of EFFORTS) assert.ok((await said(page)).includes(text), `an effort: ${text}`)
  for (const entry of entries) {
    await page.goto(entry)
    const facts = await page.locator('.hf-facts').innerText()
    assert.ok(facts.includes(`Told directly by Ewa, ${day}`), `the source of the visit: ${facts}`)
    assert.ok(facts.split('How it is known')[0].includes(day), `the day of the visit: ${facts}`)
  }
  await page.goto('/work')
  assert.equal(await page.locator('.hf-entry', { hasText: 'A visit' }).count(), 0, 'the draft is gone')
})
