import { forget, keep, keptKeys, readKept } from '../storage'

const prefix = 'queue:'

type Values = [name: string, value: string][]

/** What became of a session that was told: it arrived, the tool has something to say about it, or there is no way to the tool. */
export type Outcome = { kind: 'logged'; next: string } | { kind: 'refused'; sentence: string } | { kind: 'waits' }

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

/** Sends what waits of a person's, by the visit that is open now. Two pages at once do not send the same. */
export async function sendQueue(member: string, root: string): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>()
  const mine = () => keptKeys().filter(key => key.startsWith(`${prefix}${member}:`))
  if (mine().length === 0) return outcomes
  await oneAtATime(async () => {
    for (const key of mine()) {
      const told = readKept(key) as Told | undefined
      if (!told) continue
      const outcome = await send(root, told)
      if (outcome.kind === 'logged') forget(key)
      outcomes.set(key.slice(prefix.length), outcome)
    }
  })
  return outcomes
}

/** A form's token belongs to its visit, and what waits may be of an earlier one: the page is asked for a fresh one first. */
async function send(root: string, { path, values }: Told): Promise<Outcome> {
  const url = root + path
  try {
    const page = await fetch(url, { headers: { Accept: 'text/html' }, cache: 'no-store' })
    const token = new DOMParser().parseFromString(await page.text(), 'text/html').querySelector<HTMLInputElement>('input[name=__RequestVerificationToken]')?.value
    // It leads elsewhere where this session was told already: then sending it once more says so.
    if (!token) return { kind: 'waits' }
    const answer = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams([...values, ['__RequestVerificationToken', token]]),
      headers: { Accept: 'application/json' },
    })
    if (answer.ok) return { kind: 'logged', next: (await answer.json()).next ?? root }
    if (answer.status === 422) return { kind: 'refused', sentence: (await answer.json()).error ?? '' }
  } catch {
    // No connection, or no page: it waits for the next time.
  }
  return { kind: 'waits' }
}

async function oneAtATime(work: () => Promise<void>): Promise<void> {
  if (navigator.locks) await navigator.locks.request('queue', work)
  else await work()
}
