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
    keep: draft => write(running + key, draft),
    forget: () => remove(running + key),
    aside: () => read(undecided + key),
    setAside: draft => void write(undecided + key, draft),
    forgetAside: () => remove(undecided + key),
  }
}

/** On a shared computer, what the last person wrote is not for the next one. Keys read `{member}:{activity}`. */
export function forgetDraftsOfOthers(member: string): void {
  for (const prefix of [running, undecided])
    for (const key of keys()) if (key.startsWith(prefix) && !key.startsWith(`${prefix}${member}:`)) remove(key)
}

/** A page that shows a text as handed in says so by `data-has-draft="{key}"`. */
export function forgetDraftsTheServerHas(page: ParentNode): void {
  for (const element of page.querySelectorAll<HTMLElement>('[data-has-draft]')) {
    const place = draftPlace(element.dataset.hasDraft ?? '')
    place.forget()
    place.forgetAside()
  }
}

// Storage may be refused (private windows, partitioned frames, full disks): saving to the server goes on without it.
function read(key: string): KeptDraft | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as KeptDraft | null
    return typeof draft?.text === 'string' ? draft : undefined
  } catch {
    return undefined
  }
}

function write(key: string, draft: KeptDraft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    return
  }
}

function keys(): string[] {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}
