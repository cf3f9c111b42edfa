// A case with 40 further behaviours, 200 goals and 50 reviews of all of them: how long its pages take at the server.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startBrowser } from '../tests/browser/support.mjs'

const BEHAVIOURS = 40
const GOALS = 200
const REVIEWS = 50
const TIMES = 60
const PASSWORD = 'only for this measurement 1234'

const place = mkdtempSync(join(tmpdir(), 'holdfast-plans-'))
const common = ['--data', join(place, 'data'), '--key-file', join(place, 'key')]

/** The invented family with more of everything that plans and reviews are made of. */
function family () {
  const file = JSON.parse(readFileSync(new URL('../demo/family.json', import.meta.url), 'utf8'))
  const bodies = file.entries.map(entry => [entry.id, Object.values(entry.change)[0].body ?? {}])
  const plan = bodies.find(([, body]) => body.plan?.part === 'change')
  const him = plan[1].plan.person
  const { targets } = bodies.find(([, body]) => body.behaviour?.actor === him)[1].behaviour
  const child = bodies.find(([, body]) => body.role_decision?.role === 'child')[1].role_decision.person
  const author = file.entries.at(-1).author
  let n = 0
  const add = (body, happened) => {
    n += 1
    const at = new Date(Date.parse('2026-11-25T08:00:00Z') + n * 1000)
    const id = `01a7f000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
    file.entries.push({
      id, revision: 1, author, recorded_at: at.toISOString().replace('.000', ''),
      change: { recorded: { ...(happened && { happened }), label: 'professional', body } }
    })
    return id
  }
  const behaviours = Array.from({ length: BEHAVIOURS }, (_, at) => add({
    behaviour: {
      actor: him, act: `Turns up at the swimming pool and counts the cars, the ${at + 1}th way of it`, targets,
      usable_with_actor: { known: { from: 'his own letter', wording: `Came to the pool, way ${at + 1}` } }
    }
  }))
  for (let at = 0; at < GOALS; at++) {
    add({
      goal: {
        plan: plan[0], aim: ['stop', 'start', 'repair'][at % 3], behaviours: [behaviours[at % BEHAVIOURS]],
        harms: [{ child, what: 'would not go swimming' }], expected: `Stays away from the pool on day ${at + 1}`,
        measure: 'The pool’s desk has not seen him', by: '2027-02-01', verified_by: [{ other: 'the pool’s desk' }]
      }
    })
  }
  for (let at = 0; at < REVIEWS; at++) {
    const on = new Date(Date.parse('2025-11-01') + at * 7 * 86400e3).toISOString().slice(0, 10)
    add({
      change_review: {
        person: him, held_by: [{ other: 'the programme' }],
        behaviours: behaviours.map((behaviour, which) => ({
          behaviour, names: ['denies', 'partly', 'names'][(at + which) % 3], words: { words: `What he says of it in talk ${at + 1}.` }
        }))
      }
    }, { on })
  }
  return [file, him]
}

function run (args, input) {
  const done = spawnSync(process.env.HOLDFAST_BINARY, args, { encoding: 'utf8', input })
  if (done.status !== 0) throw new Error(`holdfast ${args[0]}: ${done.stderr}`)
}

const [file, him] = family()
writeFileSync(join(place, 'case.json'), JSON.stringify(file))
run(['init', ...common, '--account', 'ama', '--name', 'Ama Owusu'], `${PASSWORD}\n`)
run(['import', ...common, '--allocate-to', 'ama', join(place, 'case.json')])
const child = spawn(process.env.HOLDFAST_BINARY, ['serve', ...common, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'ignore'] })
const origin = await new Promise(resolve => createInterface({ input: child.stdout }).on('line', line => {
  const at = /https?:\/\/127\.0\.0\.1:\d+/.exec(line)
  if (at) resolve(at[0])
}))
const browser = await startBrowser()
try {
  const context = await browser.newContext({ baseURL: origin })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.locator('main input:not([type=hidden], [type=password])').first().fill('ama')
  await page.locator('input[type=password]').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/work')
  const base = `/cases/${file.case.case}`
  console.log(`case of ${file.entries.length} entries, ${GOALS} goals, ${REVIEWS} reviews of ${BEHAVIOURS} behaviours; over HTTP, ${TIMES} requests a page`)
  for (const path of ['/plans', '/change', '/map', `/plans/change/${him}`, '/print/change']) {
    const times = []
    let size = 0
    for (let n = 0; n < TIMES; n++) {
      const begun = performance.now()
      const answer = await context.request.get(base + path)
      size = (await answer.body()).length
      if (answer.status() !== 200) throw new Error(`${path}: ${answer.status()}`)
      times.push(performance.now() - begun)
    }
    const [first] = times
    times.sort((a, b) => a - b)
    console.log(`${path.replace(him, '…').padEnd(18)} first ${first.toFixed(0)} ms  median ${times[TIMES / 2].toFixed(1)} ms  p95 ${times[Math.floor(TIMES * 0.95)].toFixed(1)} ms  ${(size / 1000).toFixed(0)} kB before compression`)
  }
} finally {
  await browser.close()
  child.kill('SIGTERM')
  rmSync(place, { recursive: true, force: true })
}
