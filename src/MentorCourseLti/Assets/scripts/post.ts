/** What a page of ours answered a script. `signed-out`: something else than what was asked for, as where the visit is over. `failed`: nothing, or a fault. */
export type Reply = { kind: 'json'; status: number; body: any } | { kind: 'signed-out' } | { kind: 'failed' }

/** What a browser lets a page send while it is being left. */
const keepaliveLimit = 60_000

/** Longer, and the next message of what is being typed waits for nothing. */
const patience = 20_000

export const tokenOf = (form: HTMLFormElement): string => form.querySelector<HTMLInputElement>('input[name="__RequestVerificationToken"]')?.value ?? ''

/** Sends what a form would, and asks for JSON. It never throws. */
export async function post(url: string, values: [name: string, value: string][], token: string): Promise<Reply> {
  const body = new URLSearchParams([...values, ['__RequestVerificationToken', token]]).toString()
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
      redirect: 'manual',
      keepalive: body.length < keepaliveLimit,
      signal: AbortSignal.timeout(patience),
    })
    const isJson = response.headers.get('Content-Type')?.includes('json') ?? false
    if (response.type === 'opaqueredirect' || [401, 403, 404].includes(response.status) || (response.ok && !isJson)) return { kind: 'signed-out' }
    return isJson ? { kind: 'json', status: response.status, body: await response.json() } : { kind: 'failed' }
  } catch {
    return { kind: 'failed' }
  }
}

/** Undefined where there is no way to the tool at this moment; over, where the visit is. */
export async function ask<T>(url: string): Promise<T | 'over' | undefined> {
  try {
    const answer = await fetch(url, { headers: { Accept: 'application/json' } })
    return answer.ok ? await answer.json() : 'over'
  } catch {
    return undefined
  }
}

/** Whichever comes first: a save that hangs must not keep a form from being sent, which carries everything itself. */
export const within = (ms: number, running: Promise<unknown>): Promise<unknown> => Promise.race([running, new Promise(resolve => window.setTimeout(resolve, ms))])
