import { pasteHours } from '#app/features/transcripts/pasting/paste.ts'

const name = 'parallax_paste'
/** Where the browser says which paste is its own; other pages stay the same for everybody. */
const paths = ['/paste', '/join', '/sign-in']

/** The secret by which a browser has its paste. */
export function pasteSecret(request: Request): string | undefined {
  const cookies = request.headers.get('cookie')?.split('; ') ?? []
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) || undefined
}

/** Has the browser keep the secret for as long as the paste is kept. */
export function keepingSecret(secret: string, isSecure: boolean): Headers {
  const headers = new Headers()
  for (const path of paths) {
    const cookie = `${name}=${secret}; Path=${path}; Max-Age=${pasteHours * 3600}; HttpOnly; SameSite=Lax`
    headers.append('set-cookie', isSecure ? `${cookie}; Secure` : cookie)
  }
  return headers
}
