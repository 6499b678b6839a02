import { chooseByKeys } from './keys'
import { holdAttempt } from './lease'
import { offerComments } from './bank'
import { commentOnPassages } from './passages'
import { GradeSaver } from './saver'
import { showRanges } from './range'
import { makeSheet } from './sheet'
import { showTotal } from './total'
import { walk } from './walk'

/** A rubric to grade with: `form[data-assess]`. Without script it is radios and a few buttons. */
export function assess(form: HTMLFormElement): void {
  // Ends with the page, which may make room for the next one without being loaded anew.
  const page = new AbortController()
  const saver = new GradeSaver(form)
  commentOnPassages(form, page.signal)
  chooseByKeys(form, page.signal)
  showRanges(form)
  makeSheet(form, showTotal(form))
  offerComments(form)
  holdAttempt(form, page.signal)
  saver.watch(page.signal)
  walk(form, saver, page, assess)
}
