// Pictures of the demo for docs/screens: every key page at 1280 and 390 pixels. Usage: ./run screenshots
import { mkdirSync } from 'node:fs'
import { demoCase, newPage, startBrowser, startDemo, WIDTHS } from '../tests/browser/support.mjs'

const folder = process.argv[2] ?? 'docs/screens'
mkdirSync(folder, { recursive: true })
const demo = await startDemo()
const browser = await startBrowser()
try {
  for (const { name, width, height } of WIDTHS) {
    const page = await newPage(browser, demo.origin, { width, height })
    await page.goto('/')
    const base = await demoCase(page)
    await page.goto(base)
    const child = await page.locator(`a[href^="${base}/children/"]`).first().getAttribute('href')
    const pages = { work: '/work', cases: '/cases', overview: base, map: `${base}/map`, chronology: `${base}/chronology`, child, efforts: `${base}/efforts`, people: `${base}/people`, ecomap: `${base}/ecomap`, visibility: `${base}/visibility`, responses: `${base}/responses`, care: `${base}/care`, documents: `${base}/documents`, record: `${base}/new`, note: `${base}/new/note`, import: `${base}/import`, share: `${base}/share`, notes: `${base}/notes`, gaps: `${base}/gaps`, visit: `${base}/visit`, behaviour: `${base}/new/behaviour`, 'new-case': '/cases/new' }
    for (const [what, path] of Object.entries(pages)) {
      await page.goto(path)
      // Long pages are cut: enough to see what they are like.
      const tall = await page.evaluate(() => document.documentElement.scrollHeight)
      await page.screenshot({ path: `${folder}/${what}-${name}.png`, fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(tall, 2600) } })
    }
    await page.goto(`${base}/map`)
    await page.screenshot({ path: `${folder}/map-first-screen-${name}.png` })
    await page.context().close()
  }
} finally {
  await browser.close()
  await demo.stop()
}
