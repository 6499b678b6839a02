import { pointsOf } from './range'

/** The points of the chosen levels, added up. */
export function showTotal(form: HTMLFormElement): () => string {
  const output = form.querySelector<HTMLOutputElement>('[data-total]')
  const add = () => {
    if (output) output.value = sum(form)
  }
  form.addEventListener('change', add)
  add()
  return () => sum(form)
}

function sum(form: HTMLFormElement): string {
  // Rubrics have thirds and tenths; what is shown is not 4.300000000000001.
  const points = [...form.querySelectorAll('[data-criterion]')].reduce((total, criterion) => total + pointsOf(criterion), 0)
  return String(Math.round(points * 100) / 100)
}
