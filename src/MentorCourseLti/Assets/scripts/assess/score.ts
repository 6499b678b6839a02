import { chooseByKeys } from './keys'
import { showRanges } from './range'
import { makeSheet } from './sheet'
import { showTotal } from './total'

/** A sample of a norming round to score: `form[data-score="true"]`. A rubric as in grading, without what only a grade has. */
export function score(form: HTMLFormElement): void {
  chooseByKeys(form, new AbortController().signal)
  showRanges(form)
  makeSheet(form, showTotal(form))
}
