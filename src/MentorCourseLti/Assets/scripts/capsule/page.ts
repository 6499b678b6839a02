import { reveal } from '../announce'
import { forgetKeptForm } from '../keep'
import { forgetPage, forgetPagesOfOthers, keepPages } from './pages'
import { drop, enqueue, isQueued, sendQueue, type Values } from './queue'

/** How long a mentor waits for word of what was told. */
const patience = 2_000

/** On every page: sends what was told without a connection, and keeps the pages on which sessions are told. */
export async function openCapsules(member: string, course: string): Promise<void> {
  const owner = `${member}:${course}`
  void forgetPagesOfOthers(member)
  const form = document.querySelector<HTMLFormElement>('form[data-capsule]')
  if (form) tellBy(form, owner, member)
  window.addEventListener('online', () => void flush(owner, member, form))
  await flush(owner, member, form)
  await keepPages(member)
}

/** The visit's own address: `/s/{visit}`. */
const root = () => location.pathname.split('/').slice(0, 3).join('/')

/** Kept first, then sent: whether there is a connection shows only when it is used. */
function tellBy(form: HTMLFormElement, owner: string, member: string): void {
  const key = form.dataset.capsule ?? ''
  const queue = () => enqueue(key, location.pathname.slice(root().length), valuesOf(form))
  // Refused: what was typed is back on the page, and waits no longer.
  if (form.dataset.stored === 'false') drop(key)
  if (isQueued(key)) reveal('[data-capsule-queued]')
  form.addEventListener('input', () => void (isQueued(key) && queue()))
  form.addEventListener('submit', event => {
    if (!queue()) return
    event.preventDefault()
    const slow = new Promise<boolean>(resolve => setTimeout(resolve, patience, true))
    void Promise.race([flush(owner, member, form), slow]).then(waits => waits && reveal('[data-capsule-queued]'))
  })
}

/** Whether what was told on this page waits still. */
async function flush(owner: string, member: string, form: HTMLFormElement | null): Promise<boolean> {
  const outcomes = await sendQueue(owner, root())
  const here = form?.dataset.capsule ?? ''
  for (const [key, outcome] of outcomes) {
    if (outcome.kind === 'logged') {
      forgetKeptForm(key)
      await forgetPage(member, outcome.path)
      // The log says how many hours it makes; what a list of sessions says of it is old now.
      if (key === here || location.pathname === outcome.next.split('?')[0]) location.assign(outcome.next)
      else if (document.querySelector('[data-capsule-page]')) location.reload()
    } else if (outcome.kind === 'refused') {
      // The session's page itself says what is wrong, beside what was typed.
      const look = () => post(outcome.url, outcome.values)
      if (key === here) look()
      else offer(look)
    } else if (outcome.kind === 'lost') {
      showLost(key, outcome.values)
    }
  }
  return outcomes.get(here)?.kind === 'waits'
}

/** Nobody is taken away from another page. */
function offer(look: () => void): void {
  const notice = document.querySelector<HTMLElement>('[data-capsule-refused]')
  if (!notice?.hidden) return
  notice.querySelector('button')?.addEventListener('click', look)
  reveal('[data-capsule-refused]')
}

/** What has no place any more is given back. */
function showLost(key: string, values: Values): void {
  const notice = document.querySelector<HTMLElement>('[data-capsule-lost]')
  if (!notice?.hidden) return
  notice.querySelector('textarea')!.value = values.filter(([name, value]) => name.startsWith('Form.') && value).map(([name, value]) => `${name.slice('Form.'.length)}: ${value}`).join('\n')
  notice.querySelector('button')?.addEventListener('click', () => {
    drop(key)
    forgetKeptForm(key)
    notice.hidden = true
  })
  reveal('[data-capsule-lost]')
}

function post(url: string, values: Values): void {
  const form = Object.assign(document.createElement('form'), { method: 'post', action: url, hidden: true })
  for (const [name, value] of values) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
  document.body.append(form)
  form.submit()
}

function valuesOf(form: HTMLFormElement): Values {
  return [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== '__RequestVerificationToken')
}
