import type { Site } from './site.ts'

/** Sends a form as a browser without scripts does, and follows no redirect. */
export const formsOf =
  (site: () => Site) =>
  (path: string, fields: Record<string, string>, cookie = '') =>
    fetch(site().address + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
      body: new URLSearchParams(fields).toString(),
    })

export const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? ''
