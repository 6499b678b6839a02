import { chooseByKeys } from './keys'
import { makeSheet } from './sheet'
import { showTotal } from './total'

/** A rubric to grade with: `form[data-assess]`. Without script it is radios and two buttons. */
export function assess(form: HTMLFormElement): void {
  const total = showTotal(form)
  chooseByKeys(form)
  makeSheet(form, total)
  askBeforeLosing(form)
}

function askBeforeLosing(form: HTMLFormElement): void {
  const now = () => JSON.stringify([...new FormData(form)])
  const atFirst = now()
  let sending = false
  form.addEventListener('submit', () => (sending = true))
  window.addEventListener('beforeunload', event => {
    // What came back with an error is unsaved although nobody has touched it yet.
    if (!sending && (now() !== atFirst || form.dataset.unsaved === 'true')) event.preventDefault()
  })
}
