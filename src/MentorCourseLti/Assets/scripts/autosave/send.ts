export type Outcome =
  | { kind: 'saved'; version: number; savedAtText: string }
  | { kind: 'conflict'; version: number; text: string }
  | { kind: 'refused'; sentence: string }
  | { kind: 'signed-out' }
  | { kind: 'failed' }

export type Send = (text: string, version: number) => Promise<Outcome>

/** What a browser lets a page send while it is being left. */
const keepaliveLimit = 60_000

/** Sends a draft and says what became of it; it never throws. */
export function sender(url: string, token: string): Send {
  return async (text, version) => {
    const body = new URLSearchParams({ Text: text, Version: String(version), __RequestVerificationToken: token }).toString()
    try {
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
        redirect: 'manual',
        keepalive: body.length < keepaliveLimit,
        signal: AbortSignal.timeout(20_000),
      })
      return await understand(response)
    } catch {
      return { kind: 'failed' }
    }
  }
}

async function understand(response: Response): Promise<Outcome> {
  if (response.type === 'opaqueredirect' || [401, 403, 404].includes(response.status)) return { kind: 'signed-out' }
  const isJson = response.headers.get('Content-Type')?.includes('json') ?? false
  if (response.ok && !isJson) return { kind: 'signed-out' }
  if (!isJson) return { kind: 'failed' }

  const answer = await response.json()
  if (response.ok) return { kind: 'saved', version: answer.version, savedAtText: answer.savedAtText ?? '' }
  if (response.status === 409) return { kind: 'conflict', version: answer.version, text: answer.text ?? '' }
  if (response.status === 422) return { kind: 'refused', sentence: answer.error ?? '' }
  return { kind: 'failed' }
}
