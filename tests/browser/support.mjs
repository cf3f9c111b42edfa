// Starts the demo, opens Chromium, and gathers what every page must be free of.
import { spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'

const axeSource = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')

/** The two widths at which everything is looked at: a laptop and a phone. */
export const WIDTHS = [{ name: '1280', width: 1280, height: 900 }, { name: '390', width: 390, height: 844 }]

function chromiumPath () {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim()
    if (found) return found
  }
  throw new Error('no Chromium here: ./run test installs it, or install the package chromium')
}

/** Starts `holdfast demo` on a free port, in a language; resolves once it says that it is ready. */
export async function startDemo (language = 'en') {
  const binary = process.env.HOLDFAST_BINARY
  if (!binary) throw new Error('set HOLDFAST_BINARY to the binary to test; ./run test does')
  const child = spawn(binary, ['demo', '--listen', '127.0.0.1:0', '--no-open', '--language', language], { stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr.on('data', chunk => { errors += chunk })
  const lines = createInterface({ input: child.stdout })
  const origin = await new Promise((resolve, reject) => {
    lines.on('line', line => {
      const match = /https?:\/\/127\.0\.0\.1:\d+/.exec(line)
      if (match) resolve(match[0])
    })
    child.on('exit', code => reject(new Error(`the demo ended with ${code}: ${errors}`)))
  })
  return {
    origin,
    child,
    stop: () => new Promise(resolve => { child.on('exit', resolve); child.kill('SIGTERM') })
  }
}

export async function startBrowser () {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  })
}

/** A page that remembers every breach of the content security policy, every script error and every foreign request. */
export async function newPage (browser, origin, { width = 1280, height = 900, javaScriptEnabled = true } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled, baseURL: origin, locale: 'en-GB' })
  const page = await context.newPage()
  page.trouble = []
  page.requests = []
  if (javaScriptEnabled) {
    await page.exposeFunction('__violation', text => page.trouble.push(`policy: ${text}`))
    await page.addInitScript(() => document.addEventListener('securitypolicyviolation', event =>
      window.__violation(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ''}:${event.lineNumber}`)))
  }
  page.on('pageerror', error => page.trouble.push(`script: ${error.message}`))
  page.on('console', message => {
    if (/Content Security Policy|Refused to/.test(message.text())) page.trouble.push(`console: ${message.text()}`)
  })
  page.on('request', request => {
    page.requests.push(request.url())
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) page.trouble.push(`foreign request: ${request.url()}`)
  })
  return page
}

/** What axe finds against WCAG 2.2 AA, as short lines. */
export async function axe (page) {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const result = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    return result.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')} ${n.html.slice(0, 120)}`))
  })
}

/** The demo case: the first one in the list. */
export async function demoCase (page) {
  await page.goto('/cases')
  const href = await page.locator('a[href^="/cases/"]').evaluateAll(links =>
    links.map(link => link.getAttribute('href')).find(href => /^\/cases\/[0-9a-f-]{36}$/.test(href)))
  if (!href) throw new Error('the case list has no case')
  return href
}
