// Every page of the demo at both widths: axe finds nothing, no policy is breached, nothing comes from elsewhere, nothing
// scrolls sideways, nothing is kept on the device.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { everyPage } from './every-page.mjs'
import { axe, demoCase, newPage, startBrowser, startDemo, WIDTHS } from './support.mjs'

let demo, browser

before(async () => {
  demo = await startDemo()
  browser = await startBrowser()
})

after(async () => {
  await browser?.close()
  await demo?.stop()
})

for (const { name, width, height } of WIDTHS) {
  test(`every page at ${name} pixels`, async t => {
    const page = await newPage(browser, demo.origin, { width, height })
    const titles = new Set()
    for (const path of await everyPage(page)) {
      await t.test(path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…'), async () => {
        await page.goto(path)
        assert.deepEqual(await axe(page), [], 'axe')
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        assert.ok(sideways <= 0, `scrolls sideways by ${sideways} pixels`)
        assert.equal(await page.locator('h1').count(), 1, 'one heading of the first level')
        const title = await page.title()
        assert.doesNotMatch(title, /Malinowska|Pellow/, 'no surname in a title')
        titles.add(title)
        assert.doesNotMatch(await page.locator('body').innerText(), /⟪/, 'a word is missing from the Fluent files')
        assert.equal(await page.getByRole('link', { name: /exit this page/i }).count() > 0 || path === '/exit/done', true, 'an exit')
        const kept = await page.evaluate(async () => ({
          local: window.localStorage.length, session: window.sessionStorage.length, databases: (await window.indexedDB.databases()).length, caches: (await window.caches?.keys() ?? []).length
        }))
        assert.deepEqual(kept, { local: 0, session: 0, databases: 0, caches: 0 }, 'kept on the device')
        assert.deepEqual(page.trouble, [])
      })
    }
    assert.ok(titles.size > 10, 'pages have titles of their own')
    await page.context().close()
  })
}

test('the policy check can fail: a page that breaks the policy is seen', async () => {
  const page = await newPage(browser, demo.origin)
  await page.goto('/work')
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'))
  await page.evaluate(() => {
    const script = document.createElement('div')
    script.innerHTML = '<img src="https://example.invalid/x.png">'
    document.body.append(script)
  }).catch(error => page.trouble.push(String(error)))
  await page.waitForFunction(() => true)
  await page.goto('/work')
  assert.notDeepEqual(page.trouble, [])
  await page.context().close()
})

test('axe can fail: a picture without words is found', async () => {
  const page = await newPage(browser, demo.origin)
  await page.goto('/work')
  await page.evaluate(() => document.querySelector('main').append(document.createElement('input')))
  assert.notDeepEqual(await axe(page), [])
  await page.context().close()
})

test('nothing scrolls sideways at 320 pixels, where text is enlarged fourfold', async () => {
  const page = await newPage(browser, demo.origin, { width: 320, height: 640 })
  for (const path of await everyPage(page)) {
    await page.goto(path)
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    assert.ok(sideways <= 0, `${path} scrolls sideways by ${sideways} pixels`)
  }
  await page.context().close()
})

test('the first load stays within 60 kB and 8 requests', async () => {
  const page = await newPage(browser, demo.origin)
  await page.goto('/')
  const base = await demoCase(page)
  const fresh = await newPage(browser, demo.origin)
  await fresh.goto('/')
  const client = await fresh.context().newCDPSession(fresh)
  await client.send('Network.enable')
  await client.send('Network.setCacheDisabled', { cacheDisabled: true })
  let bytes = 0
  let requests = 0
  client.on('Network.loadingFinished', event => { bytes += event.encodedDataLength; requests += 1 })
  await fresh.goto(`${base}/map`, { waitUntil: 'networkidle' })
  assert.ok(requests <= 8, `${requests} requests`)
  assert.ok(bytes <= 60_000, `${bytes} bytes`)
  await page.context().close()
  await fresh.context().close()
})
