import { announce } from '../announce'
import { growTextareas } from '../grow'
import { keepForm } from '../keep'
import { within } from '../post'
import { firstIncomplete } from './range'
import type { GradeSaver } from './saver'

/** Attempts whose grade is on its way: they wait no longer, whatever a page says that was fetched before. */
const done = new Set<string>()

/** Attempts of which something is being saved: whoever comes back to one waits for that, for a while. */
const leaving = new Map<string, Promise<unknown>>()
const patience = 3_000

/**
 * From attempt to attempt without a flash: the next one is fetched while this one is read, and takes its place in the page. What is saved is saved beside
 * that; should it fail, a notice leads back, and everything typed is still there.
 */
export function walk(form: HTMLFormElement, saver: GradeSaver, page: AbortController, begin: (form: HTMLFormElement) => void): void {
  const { signal } = page
  tidy(form)
  const ahead = new Map<string, Promise<string | undefined>>()
  const fetched = (href: string) => {
    if (!ahead.has(href)) ahead.set(href, within(patience, leaving.get(new URL(href).pathname) ?? Promise.resolve()).then(() => fetchPage(href, signal)))
    return ahead.get(href)!
  }
  const next = () => document.querySelector<HTMLAnchorElement>('a[data-next]')
  const soon = window.setTimeout(() => next() && void fetched(next()!.href), 100)
  signal.addEventListener('abort', () => window.clearTimeout(soon))

  const go = async (href: string) => {
    const html = await fetched(href)
    if (signal.aborted) return
    // What is no attempt's page here, such as one that says that the session ran out, is the browser's to show.
    if (!html || !show(html, href, page, begin)) location.assign(href)
  }

  document.addEventListener('click', event => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-next], a[data-previous]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return
    event.preventDefault()
    if (form.dataset.released === 'true' && saver.isUnsaved) return location.assign(link.href)
    leave(form, saver, saver.isUnsaved ? 'draft' : undefined)
    void go(link.href)
  }, { signal })

  form.addEventListener('submit', event => {
    if (event.defaultPrevented) return
    const what = (event.submitter as HTMLButtonElement | null)?.value
    const following = next()
    event.preventDefault()
    // What was given back may have crossed with another's: a page can show both.
    if (following && form.dataset.unsaved !== 'true' && (what === 'hold' || (what === 'release' && form.dataset.released !== 'true' && !firstIncomplete(form)))) {
      if (what === 'release') done.add(location.pathname)
      leave(form, saver, what)
      void go(following.href)
      return
    }
    const { submitter } = event
    void saver.submits().then(() => send(form, submitter))
  }, { signal })

  // A link within the page, such as the one that skips the bar, is no other attempt.
  const here = location.pathname
  window.addEventListener('popstate', () => {
    if (location.pathname !== here) location.reload()
  }, { signal })
}

/** The browser sends it as ever, and shows what comes of it. */
function send(form: HTMLFormElement, submitter: HTMLElement | null): void {
  const button = submitter as HTMLButtonElement | null
  if (button?.name) {
    const field = document.createElement('input')
    Object.assign(field, { type: 'hidden', name: button.name, value: button.value })
    form.append(field)
  }
  form.submit()
}

function leave(form: HTMLFormElement, saver: GradeSaver, what: 'draft' | 'hold' | 'release' | undefined): void {
  if (!what) return
  const { href, pathname } = location
  const { lost, back, sent: released } = form.dataset
  const sent = saver.send(what)
  leaving.set(pathname, sent)
  void sent.then(answer => {
    if (leaving.get(pathname) === sent) leaving.delete(pathname)
    if (answer.kind === 'saved') {
      if (what === 'release') tell('good', released ?? '')
      countLeft(answer.left)
      return
    }
    done.delete(pathname)
    tell('bad', [lost, answer.kind === 'refused' ? answer.sentence : ''].filter(Boolean).join(' '), back, href)
  })
}

async function fetchPage(href: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const response = await fetch(href, { signal, headers: { Accept: 'text/html' } })
    return response.ok && !response.redirected ? await response.text() : undefined
  } catch {
    return undefined
  }
}

function show(html: string, href: string, page: AbortController, begin: (form: HTMLFormElement) => void): boolean {
  const fresh = new DOMParser().parseFromString(html, 'text/html')
  const [bar, main] = [fresh.querySelector('.bar'), fresh.querySelector('main')]
  if (!bar || !main || !fresh.querySelector('form[data-assess]')) return false
  const from = location.pathname
  page.abort()
  // Put there by a script: it goes on being watched.
  const flags = document.querySelector('.bar [data-flags]')
  document.querySelector('.bar')?.replaceWith(document.adoptNode(bar))
  if (flags) document.querySelector('.bar-where')?.after(flags)
  const here = document.querySelector('main')!
  here.className = main.className
  here.replaceChildren(...[...main.childNodes].map(node => document.adoptNode(node)))
  document.title = fresh.title
  history.pushState(null, '', href)
  window.scrollTo(0, 0)

  const heading = here.querySelector<HTMLElement>('h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus({ preventScroll: true })
  announce(fresh.title)
  growTextareas()
  const form = here.querySelector<HTMLFormElement>('form[data-assess]')!
  form.dataset.after = from
  keepForm(form)
  begin(form)
  return true
}

/** The page may have been fetched before the grade of the one before it went out. */
function tidy(form: HTMLFormElement): void {
  const { after, left = '0' } = form.dataset
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-next], a[data-previous]')].filter(link => done.has(link.pathname))
  links.forEach(link => link.remove())
  if (after && done.has(after)) sayLeft(form, Number(left) - 1)
}

/** The server knows better, as soon as it has answered: of those that waited, one is open now. */
function countLeft(waited: number | undefined): void {
  if (waited === undefined) return
  const form = document.querySelector<HTMLFormElement>('form[data-assess]')
  if (form?.dataset.released === 'false' && form.dataset.after) sayLeft(form, waited - 1)
}

function sayLeft(form: HTMLFormElement, count: number): void {
  const { leftOne = '', leftMany = '' } = form.dataset
  const line = form.querySelector('[data-left-line]')
  if (line) line.textContent = count <= 0 ? '' : count === 1 ? leftOne : leftMany.replace('{0}', String(count))
}

/** Above the page, where it stays while attempts come and go. */
function tell(kind: 'good' | 'bad', sentence: string, back?: string, href?: string): void {
  if (!sentence) return
  document.querySelectorAll('.walk-notice[data-kind="good"]').forEach(notice => notice.remove())
  const notice = document.createElement('div')
  notice.className = 'notice walk-notice'
  notice.dataset.kind = kind
  notice.setAttribute('role', kind === 'bad' ? 'alert' : 'status')
  const words = document.createElement('p')
  words.textContent = sentence
  if (back && href) {
    const link = document.createElement('a')
    link.href = href
    link.textContent = back
    words.append(' ', link)
  }
  notice.append(words)
  document.querySelector('main')?.before(notice)
}
