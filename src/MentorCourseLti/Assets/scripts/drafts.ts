import { forget, keep, keptKeys, readKept } from './storage'

/** A text that this device keeps because the server may not have it yet. */
export interface KeptDraft {
  text: string
  /** The server's version that the text was written on. */
  basedOn: number
  at: string
  /** A text that was on its way to the server: if it arrived, `text` was written on top of it. */
  onItsWay?: string
}

/** One activity's place in this browser: the running text, and one set aside until its writer decides. */
export interface DraftPlace {
  read(): KeptDraft | undefined
  /** False where this browser keeps nothing for us: a private window, or a frame whose site may store nothing. */
  keep(draft: KeptDraft): boolean
  forget(): void
  aside(): KeptDraft | undefined
  setAside(draft: KeptDraft): void
  forgetAside(): void
}

const running = 'draft:'
const undecided = 'draft-aside:'

export function draftPlace(key: string): DraftPlace {
  return {
    read: () => read(running + key),
    keep: draft => keep(running + key, draft),
    forget: () => forget(running + key),
    aside: () => read(undecided + key),
    setAside: draft => void keep(undecided + key, draft),
    forgetAside: () => forget(undecided + key),
  }
}

/** On a shared computer, what the last person wrote is not for the next one. Keys read `{member}:{activity}`. */
export function forgetDraftsOfOthers(member: string): void {
  for (const prefix of [running, undecided])
    for (const key of keptKeys()) if (key.startsWith(prefix) && !key.startsWith(`${prefix}${member}:`)) forget(key)
}

/** A page that shows a text as handed in says so by `data-has-draft="{key}"`. */
export function forgetDraftsTheServerHas(page: ParentNode): void {
  for (const element of page.querySelectorAll<HTMLElement>('[data-has-draft]')) {
    const place = draftPlace(element.dataset.hasDraft ?? '')
    place.forget()
    place.forgetAside()
  }
}

function read(key: string): KeptDraft | undefined {
  const draft = readKept(key) as KeptDraft | undefined
  return typeof draft?.text === 'string' ? draft : undefined
}
