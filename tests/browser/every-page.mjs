// The list of pages that every check of pages goes over. A new page is added here.
import { demoCase } from './support.mjs'

/** The address of every page a worker can open, found from the pages themselves. */
export async function everyPage (page) {
  await page.goto('/')
  const base = await demoCase(page)
  await page.goto(base)
  const child = await page.locator(`a[href^="${base}/children/"]`).first().getAttribute('href')
  await page.goto(`${base}/map`)
  const entry = (await page.locator(`a[href^="${base}/entries/"]`).first().getAttribute('href')).split(/[?#]/)[0]
  await page.goto(`${base}/new`)
  const forms = await page.locator(`a[href^="${base}/new/"]`).evaluateAll(links =>
    [...new Set(links.map(link => link.getAttribute('href').split(/[?#]/)[0]))])
  if (forms.length < 15) throw new Error(`only ${forms.length} forms are offered on ${base}/new`)
  const first = async path => {
    await page.goto(`${base}/${path}`)
    return page.locator(`main a[href^="${base}/${path}?of="]`).first().getAttribute('href')
  }
  const [decision, session] = [await first('decisions'), await first('sessions')]
  const id = child.split('/').pop()
  await page.goto(`${base}/interviews`)
  const begins = async title => new URL(await page.getByRole('link', { name: title }).first().evaluate(link => link.href)).searchParams.get('person')
  const survivor = await begins(/ ?: Relationship interview$/)
  const harms = await begins(/ ?: Talking with a parent who causes harm$/)
  const confirm = await page.locator('a[href$="/confirm"]').first().getAttribute('href')
  await page.goto(`${base}/plans`)
  const copies = await page.locator(`a[href^="${base}/plans/"]`).evaluateAll(links => links.map(link => link.getAttribute('href')))
  if (copies.length < 2) throw new Error(`only ${copies.length} copies are offered on ${base}/plans`)
  return [
    '/work', '/cases', '/cases?q=ola', '/cases?q=nobody', '/cases?q=vishniewska+2014', '/cases/new',
    base, `${base}/map`, `${base}/chronology`, `${base}/chronology?child=${id}&from=2025&part=effect`,
    `${base}/chronology?from=soon`, child, `${base}/efforts`, `${base}/people`, `${base}/same`, `${base}/ecomap`, `${base}/notes`,
    `${base}/visibility`, `${base}/responses`, `${base}/care`, `${base}/force`, `${base}/intersections`, `${base}/chronologies`,
    `${base}/decisions`, decision, decision.replace('/decisions', '/missed'), `${base}/new/decision?test=removal`, `${base}/sessions`, session, session.replace('/sessions', '/live'),
    `${base}/supervision`, '/supervision', '/measures', '/measures?measure=harm_plan',
    `${base}/interviews`, `${base}/interviews/side-by-side`, `${base}/interviews/ask?instrument=relationship&person=${survivor}`,
    `${base}/interviews/ask?instrument=engaging&person=${harms}`, `${base}/interviews/paper?instrument=routine&paper=blank`,
    `${base}/interviews/paper?instrument=relationship&paper=known&person=${survivor}`,
    `${base}/interviews/paper?instrument=child&paper=carry`, confirm, '/instruments',
    `${base}/change`, `${base}/plans/programme/${harms}`, `${base}/gaps`, `${base}/documents`, `${base}/documents?with=child_voice&paper=letter`, `${base}/print/chronology`,
    `${base}/plans`, `${base}/with-him`, ...copies,
    `${base}/print/map`, `${base}/print/assessment`, `${base}/print/change`, `${base}/print/decisions`, `${base}/visit`, `${base}/share`,
    `${base}/new`, `${base}/attempt`, `${base}/entries`, entry, `${entry}/history`, `${entry}/revise`, `${entry}/withdraw`, `${entry}/relabel`, `${entry}/remove`, `${base}/hold`, `${base}/erase`, '/erased',
    `${base}/attach`, `${base}/import`, `${base}/delete-demo`, ...forms,
    '/menu', `/menu?at=${base.slice('/cases/'.length)}&q=map`, '/settings',
    '/check', '/help/wording', '/help/wording/MUT101', `${base}/triage`,
    '/nothing-here', '/exit/done'
  ]
}
