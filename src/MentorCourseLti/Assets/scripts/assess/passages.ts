import { announce } from '../announce'
import { keptValues } from '../keep'
import { passageOf, rangeOf, type Passage } from './anchors'

const name = 'passages'

/** Words of the text that are selected can be commented on: by a button beside them, or by c. */
export function commentOnPassages(form: HTMLFormElement, signal: AbortSignal): void {
  const text = document.querySelector<HTMLElement>('[data-passages-text] .written')
  const section = form.querySelector<HTMLElement>('[data-passages]')
  if (!text || !section) return showPassages(document)
  section.querySelector<HTMLElement>('[data-passages-hint]')?.removeAttribute('hidden')
  for (const entry of entries(section)) addRemove(entry, section)
  putBack(form, section)
  showPassages(document)

  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button passage-button'
  button.hidden = true
  button.textContent = section.dataset.add ?? ''
  text.after(button)
  let chosen: Passage | undefined
  const look = () => {
    const selection = document.getSelection()
    chosen = selection && selection.rangeCount > 0 && !selection.isCollapsed ? passageOf(text, selection.getRangeAt(0)) : undefined
    button.hidden = !chosen
    if (!chosen || !selection) return
    const { bottom } = selection.getRangeAt(0).getBoundingClientRect()
    button.style.insetBlockStart = `${bottom - text.parentElement!.getBoundingClientRect().top + 4}px`
  }
  const add = () => {
    if (!chosen || entries(section).length >= Number(section.dataset.most)) return
    const entry = makeEntry(section, chosen)
    button.hidden = true
    entry.querySelector('textarea')?.focus()
    showPassages(document)
  }
  document.addEventListener('selectionchange', look, { signal })
  // Pressing must not take away what is selected.
  button.addEventListener('pointerdown', event => event.preventDefault())
  button.addEventListener('click', add)
  document.addEventListener('keydown', event => {
    if (event.key !== 'c' || button.hidden || event.ctrlKey || event.metaKey || event.altKey || document.querySelector<HTMLInputElement>('input[data-keys]')?.checked === false) return
    event.preventDefault()
    add()
  }, { signal })
}

/** Marks the passages that a page lists, where the browser can do so without touching the text. */
export function showPassages(page: ParentNode): void {
  const text = page.querySelector<HTMLElement>('[data-passages-text] .written')
  if (!text || !('highlights' in CSS)) return
  const ranges = [...page.querySelectorAll<HTMLElement>('[data-passage]:not([hidden])')].flatMap(entry => {
    const range = rangeOf(text, { quote: entry.querySelector('blockquote')?.textContent?.trim() ?? '', nth: Number(entry.dataset.passage || '0') })
    return range ? [range] : []
  })
  CSS.highlights.set(name, new Highlight(...ranges))
}

const entries = (section: HTMLElement) => [...section.querySelectorAll<HTMLElement>('[data-passage]')]

function makeEntry(section: HTMLElement, { quote, nth }: Passage, comment = ''): HTMLElement {
  const at = entries(section).length
  const entry = document.createElement('div')
  entry.className = 'passage'
  entry.dataset.passage = String(nth)
  const words = document.createElement('blockquote')
  words.textContent = quote
  const textarea = document.createElement('textarea')
  Object.assign(textarea, { name: `Form.Passages[${at}].Comment`, rows: 2, value: comment, maxLength: Number(section.dataset.longest ?? 2000) })
  textarea.dataset.comment = ''
  textarea.setAttribute('aria-label', `${section.dataset.quote ?? ''}: ${quote.slice(0, 60)}`)
  entry.append(words, hidden(`Form.Passages[${at}].Quote`, quote), hidden(`Form.Passages[${at}].Nth`, String(nth)), textarea)
  section.append(entry)
  addRemove(entry, section)
  return entry
}

/** One without a comment is none: the server leaves it out. */
function addRemove(entry: HTMLElement, section: HTMLElement): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button quiet'
  button.textContent = section.dataset.remove ?? ''
  button.addEventListener('click', () => {
    const textarea = entry.querySelector('textarea')!
    textarea.value = ''
    entry.hidden = true
    textarea.dispatchEvent(new Event('input', { bubbles: true }))
    showPassages(document)
    announce(section.dataset.removed ?? '')
  })
  entry.append(button)
}

/** Entries that this device kept, and the server has not. */
function putBack(form: HTMLFormElement, section: HTMLElement): void {
  if (form.dataset.stored === 'false') return
  const kept = new Map(keptValues(form))
  for (let at = entries(section).length; kept.has(`Form.Passages[${at}].Quote`); at++)
    makeEntry(section, { quote: kept.get(`Form.Passages[${at}].Quote`)!, nth: Number(kept.get(`Form.Passages[${at}].Nth`)) }, kept.get(`Form.Passages[${at}].Comment`))
}

function hidden(field: string, value: string): HTMLInputElement {
  const input = document.createElement('input')
  Object.assign(input, { type: 'hidden', name: field, value })
  return input
}
