import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface AskedModel {
  system: string
  user: string
  model: string
  authorization: string | undefined
  path: string | undefined
  at: number
}

export type Reply = (asked: AskedModel, response: ServerResponse) => void | Promise<void>

export interface ModelEndpoint {
  url: string
  asked: AskedModel[]
  /** How many were answered at one time at most. */
  most(): number
  replyWith(reply: Reply): void
  close(): Promise<void>
}

/** A real HTTP server on this machine that answers as an OpenAI-compatible endpoint does, well or badly. */
export async function openModelEndpoint(first: Reply = says('{"label": "no"}')): Promise<ModelEndpoint> {
  const asked: AskedModel[] = []
  let [reply, open, most] = [first, 0, 0]
  const server = createServer(async (request, response) => {
    most = Math.max(most, ++open)
    response.on('close', () => open--)
    const one = await read(request)
    asked.push(one)
    await reply(one, response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    most: () => most,
    replyWith: (next) => {
      reply = next
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((closed) => server.close(() => closed()))
    },
  }
}

async function read(request: IncomingMessage): Promise<AskedModel> {
  const { model, messages } = JSON.parse(await text(request))
  const [system, user] = messages.map(({ content }: { content: string }) => content)
  return { system, user, model, authorization: request.headers.authorization, path: request.url, at: Date.now() }
}

const event = (document: unknown) => `data: ${JSON.stringify(document)}\n\n`
const piece = (content: string, finish_reason: string | null = null) => ({
  choices: [{ delta: { content }, finish_reason }],
})

/** Streams a text in pieces, then what it cost. */
export function says(words: string, { finish = 'stop', usage = true } = {}): Reply {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    for (const part of words.match(/.{1,7}/gsu) ?? []) response.write(event(piece(part)))
    response.write(event(piece('', finish)))
    if (usage) response.write(event({ choices: [], usage: { prompt_tokens: 100, completion_tokens: 10 } }))
    response.end('data: [DONE]\n\n')
  }
}

/** One JSON document, as an endpoint answers that does not stream. */
export function saysAtOnce(words: string): Reply {
  const usage = { prompt_tokens: 7, completion_tokens: 3 }
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ choices: [{ message: { content: words }, finish_reason: 'stop' }], usage }, null, 2))
  }
}

export function refuses(status: number, headers: Record<string, string> = {}, message = 'No.'): Reply {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify({ error: { message } }))
  }
}

/** Begins an answer and breaks the connection. */
export function breaksAfter(words: string): Reply {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(event(piece(words)), () => setTimeout(() => response.destroy(), 10))
  }
}

/** Begins an answer and ends it in good order before it is whole. */
export function endsEarly(words: string): Reply {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.end(event(piece(words)))
  }
}

/** Answers with one after another, then with the last again and again. */
export function inTurn(...replies: Reply[]): Reply {
  let next = 0
  return (asked, response) => replies[Math.min(next++, replies.length - 1)]?.(asked, response)
}
