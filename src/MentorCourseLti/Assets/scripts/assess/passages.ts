import { announce } from '../announce'
import { growTextareas } from '../grow'
import { keptValues } from '../keep'
import { passageOf, rangeOf, type Passage } from './anchors'

const name = 'passages'

/** Words of the text that are selected can be commented on: by a button beside them, which the key c presses. */
export function commentOnPassages(form: HTMLFormElement, signal: AbortSignal): void {
  const text = document.querySelector<HTMLElement>('[data-passages-text] .written')
  const section = form.querySelector<HTMLElement>('[data-passages]')
  if (!text || !section) return showPassages()
  section.querySelector<HTMLElement>('[data-passages-hint]')?.removeAttribute('hidden')
  for (const entry of entries(section)) addRemove(entry, section)
  putBack(form, section)
  showPassages()

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
    if (!chosen || entries(section).filter(entry => !entry.hidden).length >= Number(section.dataset.most)) return
    const entry = makeEntry(section, chosen)
    button.hidden = true
    growTextareas()
    entry.querySelector('textarea')?.focus()
    showPassages()
  }
  document.addEventListener('selectionchange', look, { signal })
  // Pressing must not take away what is selected.
  button.addEventListener('pointerdown', event => event.preventDefault())
  button.addEventListener('click', add)
}

/** Marks the passages that a page lists, where the browser can do so without touching the text. */
export function showPassages(): void {
  const text = document.querySelector<HTMLElement>('[data-passages-text] .written')
  if (!text || !('highlights' in CSS)) return
  const ranges = [...document.querySelectorAll<HTMLElement>('[data-passage]:not([hidden])')].flatMap(entry => {
    const range = rangeOf(text, { quote: entry.querySelector('blockquote')?.textContent?.trim() ?? '', nth: Number(entry.dataset.passage || '0') })
    return range ? [range] : []
  })
  CSS.highlights.set(name, new Highlight(...ranges))
}

const entries = (section: HTMLElement) => [...section.querySelectorAll<HTMLElement>('[data-passage]')]

/** As the page has them: a copy of its template. */
function makeEntry(section: HTMLElement, { quote, nth }: Passage, comment = ''): HTMLElement {
  const at = entries(section).length
  const template = section.querySelector<HTMLTemplateElement>('template[data-passage-template]')!
  const entry = (template.content.cloneNode(true) as DocumentFragment).querySelector<HTMLElement>('.passage')!
  entry.dataset.passage = String(nth)
  entry.querySelector('blockquote')!.textContent = quote
  for (const field of entry.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[name]')) field.name = field.name.replace('[-1]', `[${at}]`)
  entry.querySelector<HTMLInputElement>('[name$=".Quote"]')!.value = quote
  entry.querySelector<HTMLInputElement>('[name$=".Nth"]')!.value = String(nth)
  const textarea = entry.querySelector('textarea')!
  textarea.value = comment
  textarea.setAttribute('aria-label', (section.dataset.comment ?? '').replace('{0}', String(at + 1)))
  textarea.removeAttribute('aria-describedby')
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
    showPassages()
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
