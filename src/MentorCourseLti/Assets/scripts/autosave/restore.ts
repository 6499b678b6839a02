import type { DraftPlace, KeptDraft } from '../drafts'

export type Restored =
  | { kind: 'nothing' }
  /** Written on what the server has: it goes back into the field and is saved. */
  | { kind: 'put-back'; draft: KeptDraft }
  /** The server's text has moved on meanwhile: its writer chooses. */
  | { kind: 'ask'; draft: KeptDraft }

/** Compares what this device kept with what the server sent. */
export function findKept(place: DraftPlace, serverText: string, serverVersion: number): Restored {
  const aside = place.aside()
  if (aside && !same(aside.text, serverText)) return { kind: 'ask', draft: aside }
  place.forgetAside()

  const draft = place.read()
  if (!draft) return { kind: 'nothing' }
  if (same(draft.text, serverText)) {
    place.forget()
    return { kind: 'nothing' }
  }
  if (draft.basedOn === serverVersion || (draft.onItsWay !== undefined && same(draft.onItsWay, serverText))) return { kind: 'put-back', draft }

  // Out of the running text's place, so that typing before deciding cannot overwrite it.
  place.setAside(draft)
  place.forget()
  return { kind: 'ask', draft }
}

/** A form turns line ends into CRLF on its way through the server. */
const same = (one: string, other: string) => normal(one) === normal(other)
const normal = (text: string) => text.replace(/\r\n?/g, '\n').trim()
