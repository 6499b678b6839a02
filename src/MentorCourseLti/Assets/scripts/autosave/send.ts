import { post } from '../post'

export type Outcome =
  | { kind: 'saved'; version: number; savedAtText: string }
  | { kind: 'conflict'; version: number; text: string }
  | { kind: 'refused'; sentence: string }
  | { kind: 'signed-out' }
  | { kind: 'failed' }

export type Send = (text: string, version: number) => Promise<Outcome>

/** Sends a draft and says what became of it; it never throws. */
export function sender(url: string, token: string): Send {
  return async (text, version) => {
    const reply = await post(url, [['Text', text], ['Version', String(version)]], token)
    if (reply.kind !== 'json') return reply
    const { status, body } = reply
    if (status < 300) return { kind: 'saved', version: body.version, savedAtText: body.savedAtText ?? '' }
    if (status === 409) return { kind: 'conflict', version: body.version, text: body.text ?? '' }
    if (status === 422) return { kind: 'refused', sentence: body.error ?? '' }
    return { kind: 'failed' }
  }
}
