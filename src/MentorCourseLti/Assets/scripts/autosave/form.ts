import { announce } from '../announce'
import { draftPlace, type DraftPlace } from '../drafts'
import { Autosave, type SaveState } from './autosave'
import { tokenOf, within } from '../post'
import { findKept } from './restore'
import { sender } from './send'
import { StatusLine } from './status'

/** How long a submission waits for a running save; it carries the text itself, so it need not wait for ever. */
const patience = 4_000

/** Keeps the text of `form[data-autosave]` safe: on the server, and on this device until it is there. */
export function keepDraft(form: HTMLFormElement): void {
  const textarea = form.querySelector<HTMLTextAreaElement>('textarea[name="Text"]')
  const line = form.querySelector<HTMLElement>('[data-save-state]')
  if (!textarea || !line) return

  const { autosave: url = '', key = '', version = '0' } = form.dataset
  const stored = form.dataset.unsaved !== 'true'
  const place = draftPlace(key)
  const status = new StatusLine(line)
  const autosave = new Autosave({
    text: () => textarea.value,
    version: Number(version),
    stored,
    place,
    send: sender(url, tokenOf(form)),
    show: state => {
      status.show(state)
      followVersion(form, autosave.version)
      showConflict(form, state)
    },
  })

  const put = (text: string) => {
    textarea.value = text
    // The editor, whether it is there already or arrives later, takes the field's text over.
    textarea.dispatchEvent(new CustomEvent('replaced'))
    status.count(text)
  }

  status.count(textarea.value)
  textarea.addEventListener('input', () => {
    status.count(textarea.value)
    autosave.changed()
  })

  // A text that came back with an error beside it is in no store but this device's.
  if (!stored) autosave.changed()
  else restore(form, place, Number(version), textarea, text => {
    put(text)
    autosave.changed()
    void autosave.save()
  })
  decideConflict(form, autosave, put)
  saveWhenLeaving(autosave)
  saveBeforeSubmitting(form, autosave)
}

function restore(form: HTMLFormElement, place: DraftPlace, version: number, textarea: HTMLTextAreaElement, use: (text: string) => void): void {
  const kept = findKept(place, textarea.value, version)
  if (kept.kind === 'nothing') return
  const notice = form.querySelector<HTMLElement>('[data-restored]')
  if (kept.kind === 'put-back') use(kept.draft.text)
  if (!notice) return

  const asks = kept.kind === 'ask'
  show(notice, '[data-restored-done]', !asks)
  show(notice, '[data-restored-ask]', asks)
  show(notice, '[data-restore-use]', asks)
  show(notice, '[data-restore-drop]', asks)
  const preview = notice.querySelector('[data-restored-text]')
  if (preview) preview.textContent = kept.draft.text
  reveal(notice)

  const decide = (selector: string, act: () => void) =>
    notice.querySelector(selector)?.addEventListener('click', () => {
      notice.hidden = true
      place.forgetAside()
      act()
    })
  decide('[data-restore-use]', () => use(kept.draft.text))
  decide('[data-restore-drop]', () => {})
}

function showConflict(form: HTMLFormElement, state: SaveState): void {
  const notice = form.querySelector<HTMLElement>('[data-conflict-notice]')
  if (!notice) return
  if (state.now !== 'conflict') {
    notice.hidden = true
    return
  }
  const other = notice.querySelector<HTMLElement>('[data-conflict-text]')
  if (other) other.textContent = state.theirs
  notice.dataset.theirs = state.theirs
  reveal(notice)
}

function decideConflict(form: HTMLFormElement, autosave: Autosave, put: (text: string) => void): void {
  const notice = form.querySelector<HTMLElement>('[data-conflict-notice]')
  notice?.querySelector('[data-restore-use]')?.addEventListener('click', () => void autosave.keepMine())
  notice?.querySelector('[data-restore-drop]')?.addEventListener('click', () => {
    put(notice.dataset.theirs ?? '')
    autosave.tookTheirs()
  })
}

function saveWhenLeaving(autosave: Autosave): void {
  window.addEventListener('pagehide', () => autosave.leave())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') autosave.leave()
  })
  window.addEventListener('online', () => autosave.retryNow())
  window.addEventListener('beforeunload', event => {
    if (autosave.inDanger) event.preventDefault()
  })
}

/** The draft goes first, so that this device may forget it; if it cannot, the form carries the text all the same. */
function saveBeforeSubmitting(form: HTMLFormElement, autosave: Autosave): void {
  let ready = false
  form.addEventListener('submit', event => {
    if (ready) return
    event.preventDefault()
    const { submitter } = event
    void within(patience, autosave.save())
      // While this event is still being dispatched a form ignores a second submission: with nothing to save, it would be.
      .then(() => new Promise(resolve => setTimeout(resolve)))
      .then(() => {
        followVersion(form, autosave.version)
        ready = true
        autosave.submits()
        form.requestSubmit(submitter)
        ready = false
      })
  })
}

function followVersion(form: HTMLFormElement, version: number): void {
  const field = form.querySelector<HTMLInputElement>('input[name="Version"]')
  if (field) field.value = String(version)
}

function show(within: HTMLElement, selector: string, visible: boolean): void {
  const element = within.querySelector<HTMLElement>(selector)
  if (element) element.hidden = !visible
}

function reveal(notice: HTMLElement): void {
  if (!notice.hidden) return
  notice.hidden = false
  announce(notice.querySelector<HTMLElement>('p:not([hidden])')?.textContent ?? '')
}
