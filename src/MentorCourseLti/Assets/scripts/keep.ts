import { reveal } from './announce'
import { minutesBetween } from './clock'
import { forget, keep, keptKeys, readKept } from './storage'

const prefix = 'kept:'

/**
 * `form[data-keep]`: what is typed stays on this device until the form has arrived, whatever happens to page, tab or connection. With `data-keep-version`
 * it is put back as written over the version it was written over: who has saved another meanwhile is not overwritten unseen.
 */
export function keepForm(form: HTMLFormElement): void {
  if (!form.dataset.keep) return
  const key = prefix + form.dataset.keep
  // A form that came back with errors already shows what was typed.
  if (form.dataset.stored !== 'false') putBack(form, key)
  form.addEventListener('input', () => void keep(key, [...valuesOf(form), ...versionOf(form)]))
  form.addEventListener('submit', event => {
    keep(key, [...valuesOf(form), ...versionOf(form)])
    if (navigator.onLine) return
    // The browser would show its own error page in place of the form.
    event.preventDefault()
    reveal('[data-kept-offline]')
  })
  window.addEventListener('online', () => hide('[data-kept-offline]'))
  showLength(form)
}

/** A page that shows a form as arrived says so by `data-kept-done="{key}"`; what others kept on a shared computer goes too. */
export function forgetKept(member: string, page: ParentNode): void {
  const done = [...page.querySelectorAll<HTMLElement>('[data-kept-done]')].map(element => prefix + element.dataset.keptDone)
  for (const key of keptKeys().filter(key => key.startsWith(prefix)))
    if (!key.startsWith(`${prefix}${member}:`) || done.some(start => key.startsWith(start))) forget(key)
}

export const forgetKeptForm = (key: string): void => forget(prefix + key)

export type Values = [name: string, value: string][]

const version = 'Form.Version'
const tokens = new Set(['__RequestVerificationToken', version])

function versionOf(form: HTMLFormElement): Values {
  const field = form.elements.namedItem(version)
  return form.dataset.keepVersion !== undefined && field instanceof HTMLInputElement ? [[version, field.value]] : []
}

export function valuesOf(form: HTMLFormElement): Values {
  return [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !tokens.has(entry[0]))
}

function putBack(form: HTMLFormElement, key: string): void {
  const kept = read(key)
  if (!kept || same(kept.filter(([name]) => !tokens.has(name)), valuesOf(form))) return
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue
    if (field.type === 'hidden' && !(field.name === version && kept.some(([name]) => name === version))) continue
    const wanted = kept.filter(([name]) => name === field.name).map(([, value]) => value)
    if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')) field.checked = wanted.includes(field.value)
    else field.value = wanted[0] ?? ''
  }
  form.dataset.unsaved = 'true'
  reveal('[data-kept-back]')
}

/** What is kept of a form, for fields that are not there before their script makes them. */
export const keptValues = (form: HTMLFormElement): Values => read(prefix + (form.dataset.keep ?? '')) ?? []

/** `50 minutes`, as soon as both times are there. */
function showLength(form: HTMLFormElement): void {
  const length = form.querySelector<HTMLElement>('[data-length]')
  const [start, end] = ['Form.Start', 'Form.End'].map(name => form.elements.namedItem(name))
  if (!length || !(start instanceof HTMLInputElement) || !(end instanceof HTMLInputElement)) return
  const show = () => {
    const minutes = minutesBetween(start.value, end.value)
    length.textContent = minutes > 0 ? (length.dataset.length ?? '{0}').replace('{0}', String(minutes)) : ''
  }
  form.addEventListener('input', show)
  show()
}

function same(one: Values, other: Values): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function hide(selector: string): void {
  const notice = document.querySelector<HTMLElement>(selector)
  if (notice) notice.hidden = true
}

function read(key: string): Values | undefined {
  const kept = readKept(key)
  return Array.isArray(kept) ? (kept as Values) : undefined
}
