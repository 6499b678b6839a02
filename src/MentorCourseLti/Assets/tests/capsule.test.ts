import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { enqueue, isQueued, sendQueue, type Values } from '../scripts/capsule/queue'

const root = '/s/2'
const path = '/sessions/7/log'
const values: Values = [['Form.Did', 'We read a graph.'], ['Form.Who', 'Ana'], ['Form.Who', 'Bo']]

const json = (body: object, status = 200) => new Response(JSON.stringify(body), { status })
const tokenOfVisit = () => json({ token: 'of visit 2' })
const logged = () => json({ next: '/s/2/logs/1?logged=True' })

/** The tool, which answers a question for a token and a session that is told as the story says. */
function tool({ ask = tokenOfVisit, tell = logged }: { ask?: () => Response; tell?: () => Response } = {}) {
  const told: { url: string; fields: Values }[] = []
  vi.stubGlobal('fetch', async (url: string, request: RequestInit) => {
    if (request.method !== 'POST') return ask()
    told.push({ url, fields: [...(request.body as URLSearchParams)] })
    return tell()
  })
  return told
}

/** Browsers have locks; the DOM of these tests has none. */
function locks() {
  let last = Promise.resolve()
  return { request: (_: string, work: () => Promise<void>) => (last = last.then(work)) }
}

beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('navigator', { locks: locks() })
})
afterEach(() => vi.unstubAllGlobals())

describe('What was told', () => {
  test('is sent by the visit that is open now, with its token, and waits no longer', async () => {
    const told = tool()
    enqueue('m-1:7', path, values)

    const outcomes = await sendQueue('m-1', root)

    expect(told).toEqual([{ url: '/s/2/sessions/7/log', fields: [...values, ['__RequestVerificationToken', 'of visit 2']] }])
    expect(outcomes.get('m-1:7')).toEqual({ kind: 'logged', path, next: '/s/2/logs/1?logged=True' })
    expect(isQueued('m-1:7')).toBe(false)
  })

  test('is sent once by two pages at once', async () => {
    const told = tool()
    enqueue('m-1:7', path, values)

    await Promise.all([sendQueue('m-1', root), sendQueue('m-1', root)])

    expect(told).toHaveLength(1)
  })

  test.each<[string, Parameters<typeof tool>[0]]>([
    ['without a connection', { ask: () => { throw new TypeError('Failed to fetch') } }],
    ['when the connection drops in between', { tell: () => { throw new TypeError('Failed to fetch') } }],
    ['when the visit is over', { ask: () => new Response('<h1>Open the link again</h1>', { status: 401 }) }],
    ['when there is no token', { ask: () => json({}) }],
    ['when something else answers', { tell: () => new Response('<h1>Welcome to our network</h1>') }],
    ['when the tool fails', { tell: () => json({}, 500) }],
  ])('waits %s', async (_, answers) => {
    tool(answers)
    enqueue('m-1:7', path, values)

    const outcomes = await sendQueue('m-1', root)

    expect(outcomes.get('m-1:7')).toEqual({ kind: 'waits' })
    expect(isQueued('m-1:7')).toBe(true)
  })

  test('is handed back with a token where the tool refuses it, and kept until somebody has seen why', async () => {
    tool({ tell: () => json({ error: 'You have logged this session already.' }, 422) })
    enqueue('m-1:7', path, values)

    const outcomes = await sendQueue('m-1', root)

    expect(outcomes.get('m-1:7')).toEqual({ kind: 'refused', url: '/s/2/sessions/7/log', values: [...values, ['__RequestVerificationToken', 'of visit 2']] })
    expect(isQueued('m-1:7')).toBe(true)
  })

  test('is kept where it was changed while it was under way', async () => {
    const changed: Values = [['Form.Did', 'We read two graphs.']]
    const told = tool({
      tell: () => {
        enqueue('m-1:7', path, changed)
        return logged()
      },
    })
    enqueue('m-1:7', path, values)

    await sendQueue('m-1', root)
    expect(isQueued('m-1:7')).toBe(true)

    await sendQueue('m-1', root)
    expect(told.map(({ fields }) => fields[0])).toEqual([values[0], changed[0]])
  })

  test('does not keep another session waiting that can be told', async () => {
    let tells = 0
    tool({ tell: () => (++tells === 1 ? json({ error: 'It overlaps.' }, 422) : logged()) })
    enqueue('m-1:7', path, values)
    enqueue('m-1:8', '/sessions/8/log', values)

    const outcomes = await sendQueue('m-1', root)

    expect([...outcomes.values()].map(outcome => outcome.kind)).toEqual(['refused', 'logged'])
  })

  test('of another member stays and is not sent', async () => {
    const told = tool()
    enqueue('m-1:7', path, values)

    expect(await sendQueue('m-2', root)).toEqual(new Map())
    expect(told).toEqual([])
    expect(isQueued('m-1:7')).toBe(true)
  })
})
