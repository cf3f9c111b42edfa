// The note editor in a browser: from the last letter to the findings on the screen, less the pause that the form waits for.
import { readFileSync } from 'node:fs'
import { newPage, startBrowser, startDemo } from '../tests/browser/support.mjs'
import { family } from '../tests/browser/journey.mjs'

const TURNS = 21
const pause = Number(/const PAUSE = (\d+);/.exec(readFileSync(new URL('../crates/web/assets/js/draft-form.js', import.meta.url), 'utf8'))[1])
const clean = 'Kuba was collected by the childminder at four and had his tea. Reading book sent home, next week is swimming. '
const finding = 'Mum failed to protect the children when a domestic occurred. Craig followed Ewa to the school on Friday. '

/** A note of about so many words, a finding and a suggestion in every eight lines. */
function note (words) {
  let text = ''
  for (let n = 0; text.split(' ').length < words; n++) text += (n % 8 ? clean : finding) + (n % 5 ? '' : '\n\n')
  return text
}

const demo = await startDemo()
const browser = await startBrowser()
try {
  const page = await newPage(browser, demo.origin)
  await page.goto('/')
  const base = await family(page)
  console.log(`editor: typed to painted, less ${pause} ms of pause; ${TURNS} turns`)
  for (const words of [50, 300, 1000, 3000]) {
    await page.goto(`${base}/new/note?then=notes`)
    await page.locator('#text').fill(note(words))
    await page.locator('[data-part="findings"] [data-key]').first().waitFor()
    // The time of the last letter, and of the frame after the findings were put into the page.
    await page.evaluate(() => {
      window.turn = { typed: 0, painted: [] }
      document.querySelector('#text').addEventListener('input', () => { window.turn.typed = performance.now() })
      new PerformanceObserver(list => {
        if (list.getEntriesByName('hf:painted').length === 0) return
        requestAnimationFrame(() => window.turn.painted.push(performance.now() - window.turn.typed))
      }).observe({ entryTypes: ['mark'] })
    })
    await page.locator('#text').press('End')
    const waits = []
    for (let n = 0; n <= TURNS; n++) {
      await page.keyboard.type('e')
      await page.waitForFunction(n => window.turn.painted.length > n, n)
      waits.push(await page.evaluate(() => window.turn.painted.at(-1)) - pause)
    }
    waits.shift()
    waits.sort((a, b) => a - b)
    const shown = await page.locator('[data-part="findings"] [data-key]').count()
    console.log(`  ${words} words, ${shown} findings: median ${waits[waits.length >> 1].toFixed(0)} ms, slowest ${waits.at(-1).toFixed(0)} ms`)
  }
} finally {
  await browser.close()
  await demo.stop()
}
