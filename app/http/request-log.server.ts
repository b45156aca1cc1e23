import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

export interface RequestLog {
  debug(details: object, message: string): void
  info(details: object, message: string): void
  warn(details: object, message: string): void
}

/** What was asked, and how it was answered. */
export interface Answered {
  method: string
  path: string
  status: number
  ms: number
}

/** Gives the request an id, which the answer carries, and tells once it is answered. */
export function follow(
  request: IncomingMessage,
  response: ServerResponse,
  tell: (id: string, answered: Answered) => void,
) {
  const [id, began] = [randomUUID(), performance.now()]
  response.setHeader('x-request-id', id)
  response.once('close', () => {
    const ms = Math.round(performance.now() - began)
    tell(id, { method: request.method ?? '', path: pathIn(request.url ?? ''), status: response.statusCode, ms })
  })
}

export const requestIdOf = (response: ServerResponse) => String(response.getHeader('x-request-id'))

/** Without what only its sender may know: a query, and the end of an address that is a secret. */
export const pathIn = (url: string) =>
  url.replace(/[?#].*$/s, '').replace(/^\/(letters\/\w+|unsubscribe)\/.+$/, '/$1/…')

/** Notes writes, and what broke; what is read only where all is to be known. */
export function logAnswer(log: RequestLog, request: string, answered: Answered) {
  const isRead = answered.method === 'GET' || answered.method === 'HEAD'
  const level = answered.status >= 500 ? 'warn' : isRead ? 'debug' : 'info'
  log[level]({ request, ...answered }, 'answered')
}
