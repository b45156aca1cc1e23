import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)

/** Chromium: the machine's own, else the one that comes in an npm package. */
export async function startBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = installed ?? (await sparticuz.executablePath())
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic']
  return chromium.launch({
    executablePath,
    args: [...args, '--disable-background-networking', '--disable-sync', ...more],
    headless: true,
  })
}
