import { createTransport } from 'nodemailer'
import type { Send } from './outbox.server.ts'

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** The way to the SMTP server that a URL names; mail comes from no-reply at the site's host. */
export function sendingBy(smtpUrl: string, origin: string): Send {
  const transport = createTransport({ url: smtpUrl, ...timeouts })
  const { hostname } = new URL(origin)
  return async ({ id, to, ...mail }) => {
    const address = { from: { name: 'Parallax', address: `no-reply@${hostname}` }, to: { name: '', address: to } }
    await transport.sendMail({ ...address, ...mail, messageId: `<${id}@${hostname}>` })
  }
}
