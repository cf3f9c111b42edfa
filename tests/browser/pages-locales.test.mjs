// Every page in the two languages nobody speaks, and in Polish: no word of the interface stands in the sources instead of the
// Fluent files, and nothing breaks where a language is written from right to left.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { everyPage } from './every-page.mjs'
import { axe, newPage, startBrowser, startDemo, WIDTHS } from './support.mjs'

let browser
before(async () => { browser = await startBrowser() })
after(async () => { await browser?.close() })

const short = path => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')
const sideways = page => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** What people wrote in the demo's file, and what they are called: it is nobody's to translate. */
function written () {
  const all = []
  const walk = value => {
    if (typeof value === 'string') all.push(value)
    else if (value && typeof value === 'object') Object.values(value).forEach(walk)
  }
  walk(JSON.parse(readFileSync(new URL('../../demo/family.json', import.meta.url), 'utf8')))
  // The questions of the pack are practice content: they are English in every language until a practitioner has translated them.
  for (const folder of ['instruments', 'tests']) {
    const place = new URL(`../../packs/base/${folder}/`, import.meta.url)
    for (const file of readdirSync(place)) {
      const text = readFileSync(new URL(file, place), 'utf8').replaceAll('{harm}', 'Craig').replaceAll('{survivor}', 'Ewa')
      for (const child of ['Ola', 'Kuba', 'Maja']) all.push(text.replaceAll('{child}', child))
    }
  }
  return all.join('\n').replace(/\s+/g, ' ')
}

/** The words of a page that stand outside the brackets of `en-XA`, in runs. Text in <title> of drawings counts too. */
async function outside (page) {
  const text = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const parts = []
    while (walker.nextNode()) {
      const { parentElement: at, data } = walker.currentNode
      if (at.closest('script, style, textarea, code, select[lang], [lang="en"]')) continue
      parts.push(data)
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        if (element.hasAttribute(name)) parts.push(element.getAttribute(name))
      }
    }
    return parts.join('\n')
  })
  const runs = []
  let depth = 0
  let run = ''
  for (const c of text) {
    if (c === '⟦' || c === '⟧' || (c === '\n' && depth === 0)) {
      if (depth === 0 && run.trim()) runs.push(run.trim())
      run = ''
      depth = Math.max(0, depth + (c === '⟦' ? 1 : c === '⟧' ? -1 : 0))
    } else if (depth === 0) run += c
  }
  if (run.trim()) runs.push(run.trim())
  return runs
}

describe('in English with accents', () => {
  let demo
  const data = written()
  const known = part => !/\p{L}/u.test(part) || data.includes(part)
  before(async () => { demo = await startDemo('en-XA') })
  after(async () => { await demo?.stop() })

  test('every word comes from the Fluent files or from the case file', { timeout: 300_000 }, async t => {
    const page = await newPage(browser, demo.origin)
    for (const path of await everyPage(page)) {
      await t.test(short(path), async () => {
        await page.goto(path)
        const strange = (await outside(page))
          .map(run => run.replace(/\s+/g, ' '))
          .filter(run => !known(run) && !run.split(/[.,;:–—()“”…]+|\s[-·/]\s/).map(part => part.trim()).every(known))
        assert.deepEqual(strange.filter(run => run !== 'Amira Nasser' && run !== 'Polski' && run !== 'English'), [])
      })
    }
    await page.context().close()
  })

  test('the check can fail: a word typed into a page is found', async () => {
    const page = await newPage(browser, demo.origin)
    await page.goto('/work')
    await page.evaluate(() => document.querySelector('main').append('Delete everything'))
    assert.ok((await outside(page)).includes('Delete everything'))
    await page.context().close()
  })
})

describe('from right to left', () => {
  let demo
  before(async () => { demo = await startDemo('ar-XB') })
  after(async () => { await demo?.stop() })

  for (const { name, width, height } of [...WIDTHS, { name: '320', width: 320, height: 640 }]) {
    test(`every page at ${name} pixels`, { timeout: 300_000 }, async t => {
      const page = await newPage(browser, demo.origin, { width, height })
      for (const path of await everyPage(page)) {
        await t.test(short(path), async () => {
          await page.goto(path)
          assert.equal(await page.locator('html').getAttribute('dir'), 'rtl')
          assert.match(await page.locator('link[rel=stylesheet]').getAttribute('href'), /app\.rtl/)
          const over = await sideways(page)
          assert.ok(over <= 0, `scrolls sideways by ${over} pixels`)
          if (width >= 390) assert.deepEqual(await axe(page), [], 'axe')
          assert.deepEqual(page.trouble, [])
        })
      }
      await page.context().close()
    })
  }

  test('a circle stands beside its words: on their right', async () => {
    const page = await newPage(browser, demo.origin)
    await page.goto('/settings')
    const radio = await page.locator('.govuk-radios__input').first().boundingBox()
    const label = await page.locator('.govuk-radios__label').first().boundingBox()
    assert.ok(radio.x + radio.width / 2 > label.x + label.width / 2, 'the circle is on the right')
    await page.context().close()
  })
})

describe('in Polish', () => {
  let demo
  before(async () => { demo = await startDemo('pl') })
  after(async () => { await demo?.stop() })

  for (const { name, width, height } of WIDTHS) {
    test(`every page at ${name} pixels`, { timeout: 300_000 }, async t => {
      const page = await newPage(browser, demo.origin, { width, height })
      for (const path of await everyPage(page)) {
        await t.test(short(path), async () => {
          await page.goto(path)
          assert.equal(await page.locator('html').getAttribute('lang'), 'pl')
          const over = await sideways(page)
          assert.ok(over <= 0, `scrolls sideways by ${over} pixels`)
          assert.deepEqual(await axe(page), [], 'axe')
          assert.doesNotMatch(await page.locator('body').innerText(), /⟪/, 'a word is missing')
          assert.deepEqual(page.trouble, [])
        })
      }
      await page.context().close()
    })
  }
})
