import { forget, keep, keptKeys, readKept } from '../storage'

const prefix = 'queue:'

/** A line that hangs for longer is no connection. */
const patience = 30_000

export type Values = [name: string, value: string][]

/** What became of a session that was told: it arrived, the tool has something to say about it, it has no place there any more, or there is no way to the tool. */
export type Outcome = { kind: 'logged'; path: string; next: string } | { kind: 'refused'; url: string; values: Values } | { kind: 'lost'; values: Values } | { kind: 'waits' }

interface Told {
  /** The page of the session, below the visit. */
  path: string
  values: Values
}

/** Keeps what was told until it has arrived. False where this browser keeps nothing. */
export function enqueue(key: string, path: string, values: Values): boolean {
  return keep(prefix + key, { path, values } satisfies Told)
}

export const drop = (key: string): void => forget(prefix + key)

export const isQueued = (key: string): boolean => readKept(prefix + key) !== undefined

/** Sends what waits of a person in a course (`owner`), by the visit that is open now. Two pages at once do not send the same. */
export async function sendQueue(owner: string, root: string): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>()
  const mine = () => keptKeys().filter(key => key.startsWith(`${prefix}${owner}:`))
  if (mine().length === 0) return outcomes
  await oneAtATime(async () => {
    for (const key of mine()) {
      const told = readKept(key) as Told | undefined
      if (!told) continue
      const outcome = await send(root, told)
      // What was typed while it was under way is told still.
      if (outcome.kind === 'logged' && same(told, readKept(key))) forget(key)
      outcomes.set(key.slice(prefix.length), outcome)
    }
  })
  return outcomes
}

/** A form's token belongs to its visit, and what waits may be of an earlier one: the page is asked for a fresh one first. */
async function send(root: string, { path, values }: Told): Promise<Outcome> {
  const url = root + path
  const ask = (request: RequestInit = {}) =>
    fetch(url, { ...request, headers: { Accept: 'application/json' }, cache: 'no-store', signal: AbortSignal.timeout(patience) })
  try {
    const page = await ask()
    if (isGone(page)) return { kind: 'lost', values }
    const { token } = await page.json()
    if (!token) return { kind: 'waits' }
    const sent: Values = [...values, ['__RequestVerificationToken', token]]
    const answer = await ask({ method: 'POST', body: new URLSearchParams(sent) })
    if (answer.ok) return { kind: 'logged', path, next: (await answer.json()).next }
    if (isGone(answer)) return { kind: 'lost', values }
    if (answer.status === 422) return { kind: 'refused', url, values: sent }
  } catch {
    // No connection, or a page in place of an answer: it waits for the next time.
  }
  return { kind: 'waits' }
}

/** Not of a visit that is over, which the next launch mends. */
const isGone = (answer: Response): boolean => [403, 404, 410].includes(answer.status)

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

async function oneAtATime(work: () => Promise<void>): Promise<void> {
  if (navigator.locks) await navigator.locks.request('queue', work)
  else await work()
}
