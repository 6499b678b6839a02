import { announce } from '../announce'
import { forgetKeptForm } from '../keep'
import { keepPages, forgetPagesOfOthers } from './pages'
import { drop, enqueue, isQueued, sendQueue } from './queue'

/** On every page of a mentor: sends what was told without a connection, and keeps the pages on which sessions are told. */
export async function openCapsules(member: string): Promise<void> {
  void forgetPagesOfOthers(member)
  const form = document.querySelector<HTMLFormElement>('form[data-capsule]')
  if (form) tellBy(form, member)
  window.addEventListener('online', () => void flush(member, form))
  await flush(member, form)
  await keepPages(member)
}

/** The visit's own address: `/s/{visit}`. */
const root = () => location.pathname.split('/').slice(0, 3).join('/')

/** Kept first, then sent: whether there is a connection shows only when it is used. */
function tellBy(form: HTMLFormElement, member: string): void {
  const key = form.dataset.capsule ?? ''
  if (isQueued(key)) show('[data-capsule-queued]')
  form.addEventListener('submit', event => {
    const values = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== '__RequestVerificationToken')
    if (!enqueue(key, location.pathname.slice(root().length), values)) return
    event.preventDefault()
    void flush(member, form).then(() => {
      if (isQueued(key)) show('[data-capsule-queued]')
    })
  })
}

async function flush(member: string, form: HTMLFormElement | null): Promise<void> {
  for (const [key, outcome] of await sendQueue(member, root())) {
    const isHere = form?.dataset.capsule === key
    if (outcome.kind === 'logged') {
      forgetKeptForm(key)
      if (isHere) location.assign(outcome.next)
      // What the list says of it is old now.
      else if (document.querySelector('[data-capsule-page]')) location.reload()
    } else if (outcome.kind === 'refused' && isHere) {
      // The page itself says what is wrong, beside its fields.
      drop(key)
      form.submit()
    }
  }
}

function show(selector: string): void {
  const notice = document.querySelector<HTMLElement>(selector)
  if (!notice?.hidden) return
  notice.hidden = false
  announce(notice.textContent ?? '')
}
