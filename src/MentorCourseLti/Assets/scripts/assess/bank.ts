import { announce } from '../announce'
import { ask } from '../post'

const mostOffered = 4
const least = 2

/** While a comment is written, kept ones that begin with its words are offered: Tab takes the first, Escape sends them away. */
export function offerComments(form: HTMLFormElement): void {
  const { bank: url } = form.dataset
  if (!url) return
  const list = document.createElement('ul')
  list.className = 'bank'
  list.hidden = true
  // It changes on a page of its own, which may be open beside this one: each attempt asks anew.
  let bank: string[] | undefined
  let offered: string[] = []
  let field: HTMLTextAreaElement | undefined

  const close = () => {
    list.hidden = true
    offered = []
  }
  const take = (comment: string) => {
    if (!field) return
    const { start, end } = fragmentOf(field)
    field.setRangeText(comment, start, end, 'end')
    close()
    field.focus()
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const offer = async (at: HTMLTextAreaElement) => {
    if (!bank) {
      const kept = await ask<string[]>(url)
      if (Array.isArray(kept)) bank = kept
    }
    if (!bank || document.activeElement !== at) return
    const { text } = fragmentOf(at)
    offered = startingWith(bank, text)
    field = at
    list.replaceChildren(...offered.map(comment => item(comment, take)))
    list.hidden = offered.length === 0
    if (offered.length === 0) return
    at.after(list)
    announce(offered[0]!)
  }

  form.addEventListener('input', event => {
    if (event.target instanceof HTMLTextAreaElement && event.target.dataset.comment !== undefined) void offer(event.target)
  })
  form.addEventListener('focusout', event => {
    if (!list.contains(event.relatedTarget as Node | null)) close()
  })
  form.addEventListener('keydown', event => {
    if (list.hidden || event.target !== field) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Tab' && !event.shiftKey) take(offered[0]!)
    else return
    event.preventDefault()
    event.stopPropagation()
  })
}

/** Those that begin so, whatever their capitals; none for what is there already word for word. */
export function startingWith(comments: string[], text: string): string[] {
  const wanted = text.toLocaleLowerCase()
  if (wanted.length < least) return []
  return comments.filter(comment => comment !== text && comment.toLocaleLowerCase().startsWith(wanted)).slice(0, mostOffered)
}

/** What is being written: from the beginning of its line to the caret. */
function fragmentOf(field: HTMLTextAreaElement): { text: string; start: number; end: number } {
  const end = field.selectionStart
  const line = field.value.lastIndexOf('\n', end - 1) + 1
  const start = line + (field.value.slice(line, end).length - field.value.slice(line, end).trimStart().length)
  return { text: field.value.slice(start, end), start, end }
}

function item(comment: string, take: (comment: string) => void): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = comment
  button.addEventListener('pointerdown', event => event.preventDefault())
  button.addEventListener('click', () => take(comment))
  const entry = document.createElement('li')
  entry.append(button)
  return entry
}
