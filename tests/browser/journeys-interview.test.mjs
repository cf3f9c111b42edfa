// From an interview to confirmed entries, by keyboard, with JavaScript and without: questions section by section, more questions
// with an answer, and one by one what the answers become.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { leads } from './journey.mjs'
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

async function press (page, name) {
  await page.getByRole('button', { name, exact: true }).last().focus()
  await leads(page, () => page.keyboard.press('Enter'))
}

async function type (page, label, text) {
  await page.getByLabel(label, { exact: true }).focus()
  await page.keyboard.type(text)
}

for (const javaScriptEnabled of [true, false]) {
  test(`an interview becomes confirmed entries by keyboard, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
    const page = await newPage(browser, demo.origin, { javaScriptEnabled })
    await page.goto('/')
    const base = await demoCase(page)
    await page.goto(`${base}/interviews`)
    await page.getByRole('link', { name: /^Ewa ?: What I do for my children$/ }).first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/interviews\/ask/)
    await type(page, 'When one of them is upset, what do you do, and what helps?', 'I hum until it is over')
    await press(page, 'Save and go on')
    await page.waitForURL(/draft=/)
    await type(page, 'How do you keep them close to relatives and friends?', 'We ring my sister on Sundays')
    await press(page, 'Save and go on')
    await press(page, 'Finish')
    await type(page, 'Who could overhear?', 'Nobody')
    await press(page, 'Record, finished')
    await page.waitForURL(/confirm/)
    await page.getByRole('heading', { name: 'What the answer becomes' }).waitFor()
    const act = page.locator('#act')
    assert.equal(await act.inputValue(), 'I hum until it is over')
    await act.focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Holds them and hums until it is over')
    await press(page, 'Confirm and go on')
    assert.equal(await page.locator('#act').inputValue(), 'We ring my sister on Sundays')
    await press(page, 'Leave it as an answer')
    await page.waitForURL(/entries/)
    await page.getByText('I hum until it is over').first().waitFor()
    await page.getByText('Holds them and hums until it is over').first().waitFor()
    await page.goto(`${base}/efforts`)
    await page.getByText('Holds them and hums until it is over').first().waitFor()
    assert.deepEqual(page.trouble, [])
    await page.context().close()
  })
}

test('a tablet that loses the network keeps every answer on the page and saves it when it is back', async () => {
  const page = await newPage(browser, demo.origin)
  await page.goto('/')
  const base = await demoCase(page)
  await page.goto(`${base}/interviews`)
  await page.getByRole('link', { name: /^Craig ?: An ordinary day$/ }).first().click()
  await page.context().setOffline(true)
  const field = page.locator('textarea').first()
  await field.fill('Nothing, he says')
  await page.locator('[data-draft-status]', { hasText: /No connection/ }).waitFor()
  assert.equal(await field.inputValue(), 'Nothing, he says')
  await page.context().setOffline(false)
  await page.locator('[data-draft-status]', { hasText: /Saved/ }).waitFor()
  await page.goto('/work')
  await page.locator('main a[href*="draft="]').first().click()
  assert.equal(await page.locator('textarea').first().inputValue(), 'Nothing, he says')
  await page.context().close()
})

test('a paper that is safe to carry prints cues and nothing else', async () => {
  const page = await newPage(browser, demo.origin)
  await page.goto('/')
  const base = await demoCase(page)
  await page.goto(`${base}/interviews/paper?instrument=relationship&paper=carry`)
  await page.emulateMedia({ media: 'print' })
  const text = await page.locator('body').innerText()
  for (const telling of ['Holdfast', 'Ewa', 'Craig', 'invented', 'abuse', 'Malinowska', 'demo']) {
    assert.ok(!text.includes(telling), `the paper says “${telling}”: ${text.slice(0, 200)}`)
  }
  assert.ok(text.includes('Money') && text.includes('Nights'))
  assert.equal(await page.title(), 'Questions for a visit')
  await page.context().close()
})
