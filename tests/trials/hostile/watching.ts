import type { BrowserContext, Page } from 'playwright-core'

/** Everything that a page did which none may do. */
export interface Watch {
  page: Page
  ran: string[]
}

/** What stands in a page and would run or load from elsewhere, were it touched: read from the tree that the browser made. */
const armed = `(() => {
  const own = location.origin
  const isExport = location.pathname.endsWith('/export.html')
  const tags = /^(?:iframe|object|embed|applet|base|frame|frameset|portal|plaintext|noscript|foreignobject|animate|set)$/i
  const addresses = /^(?:(?:xlink:)?href|src|action|formaction|data|poster|background|srcset|cite|ping)$/i
  const loading = /^(?:img|video|audio|source|link|script|input|image|use|track)$/i
  // What the site's own scripts set, as how far down a margin's words stand.
  const measure = /^(?:[a-z-]+: -?[\\d.]+\\w*;? ?)*$/
  // As a browser reads an address: without what it leaves out.
  const schemeOf = (value) => /^([a-z][a-z0-9+.-]*):/i.exec(value.replace(/[\\x00-\\x20]/g, ''))?.[1]?.toLowerCase()
  const isArmedAddress = (element, value) => {
    const scheme = schemeOf(value)
    if (scheme && !['http', 'https', 'mailto'].includes(scheme)) return true
    const isAway = scheme !== undefined && !value.startsWith(own)
    return loading.test(element.localName) && isAway && element.rel !== 'canonical'
  }
  // What search engines read is no script, as long as it is JSON and nothing in it ends it early.
  const isData = ({ type, textContent, attributes }) => {
    if (type !== 'application/ld+json' || attributes.length > 1 || /</.test(textContent)) return false
    try {
      return JSON.parse(textContent) !== null
    } catch {
      return false
    }
  }
  const isArmedAttribute = (element, { name, value }) =>
    /^(?:on.*|srcdoc|is|nonce)$/i.test(name) ||
    (name === 'style' && !measure.test(value)) ||
    (addresses.test(name) && isArmedAddress(element, value))
  const isArmed = (element) =>
    tags.test(element.localName) ||
    (element.localName === 'script' && !element.src.startsWith(own) && !isData(element)) ||
    (element.localName === 'style' && !isExport) ||
    (element.localName === 'meta' && element.httpEquiv !== '' && /url=\\s*(?:\\w+:|[\\\\/]{2})/i.test(element.content ?? '')) ||
    [...element.attributes].some((one) => isArmedAttribute(element, one))
  return [...document.querySelectorAll('*')].filter(isArmed).map((element) => element.outerHTML.slice(0, 160))
})()`

/** A page on which nothing may run but the site's own scripts, with the site's policy or without it. */
export async function watchedPage(context: BrowserContext, address: string): Promise<Watch> {
  const ran: string[] = []
  await context.exposeBinding('hit', ({ page }, n) => ran.push(`${page.url()}: payload ${n} ran`))
  await context.addInitScript(() => {
    for (const name of ['alert', 'confirm', 'prompt', 'print'] as const)
      Object.defineProperty(window, name, { value: () => (window as unknown as { hit(n: string): void }).hit(name) })
  })
  // A file to keep, as somebody opens it who kept it.
  await context.route('**/export.html', async (route) => {
    const response = await route.fetch()
    const { 'content-disposition': _, ...headers } = response.headers()
    await route.fulfill({ response, headers })
  })
  const page = await context.newPage()
  page.on('dialog', (dialog) => {
    ran.push(`${page.url()}: a dialog`)
    void dialog.dismiss()
  })
  // A form that is sent while the page before still fades leaves that undone.
  const isFading = ({ message }: Error) => message === 'Transition was skipped'
  page.on('pageerror', (error) => isFading(error) || ran.push(`${page.url()}: ${error.message}`))
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) ran.push(`${page.url()} asked for ${request.url().slice(0, 120)}`)
  })
  return { page, ran }
}

/** Opens a page and says what is wrong with it. */
export async function faultsAt({ page, ran }: Watch, path: string): Promise<string[]> {
  ran.length = 0
  const answer = await page.goto(path)
  const status = answer?.status() ?? 0
  return [...(status >= 500 ? [`${path} answers ${status}`] : []), ...(await armedOn({ page, ran }, path))]
}

/** Says what is wrong with the page that is open. */
export async function armedOn({ page, ran }: Watch, path: string): Promise<string[]> {
  const found = (await lookedFor(page)).map((said) => `${path} shows ${said}`)
  return [...ran.splice(0), ...found]
}

/** A page may load itself again, as its author's: then what came is looked at. */
async function lookedFor(page: Page): Promise<string[]> {
  try {
    return await page.evaluate<string[]>(armed)
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('context was destroyed'))) throw error
    await page.waitForLoadState()
    return page.evaluate<string[]>(armed)
  }
}
