/** What the chosen level of a criterion gives: within a range, as many points as its field says, or the most. Nothing chosen: 0. */
export function pointsOf(criterion: ParentNode): number {
  const level = chosen(criterion)
  if (!level) return 0
  const most = Number(level.dataset.points ?? 0)
  const typed = read(fieldOf(criterion))
  return !level.dataset.least || typed === undefined ? most : Math.min(most, Math.max(Number(level.dataset.least), typed))
}

/** The first criterion that is in the way of a release: one without its level, or with points that its level does not give. */
export const firstIncomplete = (form: HTMLFormElement): HTMLElement | undefined =>
  [...form.querySelectorAll<HTMLElement>('[data-criterion]')].find(
    criterion => (criterion.querySelector('.level') && !criterion.querySelector('.level :checked')) || criterion.querySelector('[data-range] [aria-invalid="true"]'))

/** Says what the chosen level gives, and clears points that were typed for another. */
export function showRanges(form: HTMLFormElement): void {
  for (const criterion of form.querySelectorAll<HTMLElement>('[data-criterion]')) {
    const field = fieldOf(criterion)
    if (!field) continue
    criterion.addEventListener('change', event => {
      const level = chosen(criterion)
      if (event.target !== field && level && !allows(level, read(field))) field.value = ''
      show(criterion, field, level)
    })
    field.addEventListener('input', () => show(criterion, field, chosen(criterion)))
    show(criterion, field, chosen(criterion))
  }
}

/** Up or down within the chosen level, by halves. */
export function stepPoints(criterion: HTMLElement, direction: 1 | -1): void {
  const [level, field] = [chosen(criterion), fieldOf(criterion)]
  if (!field || !level?.dataset.least) return
  const to = pointsOf(criterion) + direction / 2
  field.value = String(Math.min(Number(level.dataset.points), Math.max(Number(level.dataset.least), to)))
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

function show(criterion: HTMLElement, field: HTMLInputElement, level: HTMLInputElement | undefined): void {
  const { least = '', points = '' } = level?.dataset ?? {}
  const hint = criterion.querySelector<HTMLElement>('[data-range-hint]')
  const words = field.closest<HTMLElement>('[data-range]')?.dataset.between ?? ''
  field.placeholder = points
  field.setAttribute('aria-invalid', String(least !== '' && field.value.trim() !== '' && !allows(level!, read(field))))
  if (hint && least !== '') hint.textContent = words.replaceAll('{0}', least).replaceAll('{1}', points)
}

const allows = ({ dataset: { least, points } }: HTMLInputElement, typed: number | undefined) =>
  !!least && typed !== undefined && typed >= Number(least) && typed <= Number(points)

const chosen = (criterion: ParentNode) => criterion.querySelector<HTMLInputElement>('.level input:checked') ?? undefined

const fieldOf = (criterion: ParentNode) => criterion.querySelector<HTMLInputElement>('[data-range] input[type="text"]')

/** A comma does for a point. */
function read(field: HTMLInputElement | null): number | undefined {
  const typed = field?.value.trim().replace(',', '.') ?? ''
  return typed === '' || Number.isNaN(Number(typed)) ? undefined : Number(typed)
}
