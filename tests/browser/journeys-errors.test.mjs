// What cannot be read is said in words, at the top and at the field, and nothing that was typed is lost.
import assert from 'node:assert/strict'
import { family, inTheDemo, journey, press, said, texts, unfold } from './journey.mjs'

const place = inTheDemo()

/** The page after a form that was refused: title, focus, the same words twice. */
async function refused (page, answer, count) {
  assert.equal(answer.status(), 422)
  assert.match(await page.title(), /^Error: /)
  const summary = page.locator('.govuk-error-summary')
  await page.waitForFunction(() => document.activeElement?.matches('.govuk-error-summary'))
  const said = await texts(summary.locator('li a'))
  assert.equal(said.length, count, `${count} things to mend: ${said}`)
  const atFields = (await texts(page.locator('main .govuk-error-message'))).map(text => text.replace(/^Error: ?/, ''))
  assert.deepEqual([...atFields].sort(), [...said].sort(), 'the same words at the field')
  for (const link of await summary.locator('li a').all()) {
    const field = page.locator(await link.getAttribute('href'))
    await link.click()
    assert.equal(await field.evaluate(target => target.contains(document.activeElement)), true, 'the link leads to the field')
  }
  return said
}

for (const { width, height } of [{ width: 1280, height: 900 }, { width: 390, height: 844 }]) {
  journey(place, `31 February and no act: at ${width} pixels both are named, and the answers are kept`, { width, height }, async page => {
    const base = await family(page)
    await page.goto(`${base}/new/behaviour`)
    await page.getByRole('group', { name: 'To whom?' }).getByLabel('Kuba').check()
    await unfold(page, 'When, how you know')
    await page.getByLabel('When', { exact: true }).fill('31 February 2026')
    await page.locator('#known-0-how').selectOption({ label: 'Told directly by Ewa' })
    await page.locator('#known-0-words').fill('He never says when.')
    const said = await refused(page, await press(page, 'Record'), 2)
    assert.ok(said.some(text => /31 February|day|date/i.test(text)), said.join(' / '))
    assert.ok(said.some(text => text === 'Say what, in plain words'), said.join(' / '))
    assert.equal(await page.getByLabel('When', { exact: true }).inputValue(), '31 February 2026')
    assert.equal(await page.locator('#known-0-words').inputValue(), 'He never says when.')
    assert.equal(await page.locator('#known-0-how option:checked').innerText(), 'Told directly by Ewa')
    assert.equal(await page.getByRole('group', { name: 'To whom?' }).getByLabel('Kuba').isChecked(), true)
    await page.getByLabel('When', { exact: true }).fill('28 February 2026')
    await page.getByLabel('What does this person do?').fill(`Locks the pram in the car (${width}).`)
    assert.equal((await press(page, 'Record')).status(), 303, 'mended, it is recorded')
  })
}

const LONG = {
  Polish: [...'Świętosława Żółć-Gżegżółkiewicz '.repeat(10)].slice(0, 299).join('') + 'ą',
  Arabic: [...'عبد الرحمن بن عبد العزيز آل سعيد '.repeat(10)].slice(0, 299).join('') + 'ي'
}

for (const [script, name] of Object.entries(LONG)) {
  journey(place, `a ${script} name of 300 letters is taken as it is, or said to be too long and kept`, { width: 390, height: 844 }, async page => {
    assert.equal([...name].length, 300)
    const base = await family(page)
    await page.goto(`${base}/new/person`)
    await page.locator('#name').fill(name)
    const answer = await press(page, 'Record')
    if (answer.status() === 422) {
      await refused(page, answer, 1)
      assert.equal(await page.locator('#name').inputValue(), name, 'kept')
    } else {
      assert.equal(answer.status(), 303)
      await page.goto(`${base}/people`)
      assert.ok((await said(page)).includes(name.trim()), 'shown whole')
    }
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    assert.ok(sideways <= 0, `scrolls sideways by ${sideways} pixels`)
  })
}

journey(place, 'a visit with a date that is none keeps its lines', {}, async page => {
  const base = await family(page)
  await page.goto(`${base}/visit`)
  await page.getByLabel('When', { exact: true }).first().fill('31 February 2026')
  await page.locator('#behaviour-act').fill('counts the steps to the shop')
  const answer = await press(page, 'Record this visit')
  assert.equal(answer.status(), 422)
  assert.match(await page.title(), /^Error: /)
  assert.equal(await page.locator('#when').inputValue(), '31 February 2026')
  assert.match(await said(page), /counts the steps to the shop/)
  await page.locator('#when').fill('23 November 2026')
  assert.equal((await press(page, 'Record this visit')).status(), 303)
})
