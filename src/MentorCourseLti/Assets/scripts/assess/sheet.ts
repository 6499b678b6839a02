/** On a phone the rubric waits at the lower edge: a handle with the score opens and closes it. CSS decides when. */
export function makeSheet(form: HTMLFormElement, total: () => string): void {
  const footer = form.querySelector('.assess-total')
  const body = document.createElement('div')
  body.className = 'sheet-body'
  body.id = 'rubric-sheet'
  body.append(...[...form.childNodes].filter(node => node !== footer))

  const handle = document.createElement('button')
  handle.type = 'button'
  handle.className = 'sheet-handle'
  handle.setAttribute('aria-controls', body.id)
  const name = document.createElement('span')
  const score = document.createElement('span')
  name.textContent = form.dataset.label ?? form.getAttribute('aria-label') ?? 'Rubric'
  score.className = 'meta'
  handle.append(name, score)
  form.prepend(handle, body)

  const showScore = () => (score.textContent = (form.dataset.of ?? '{0} of {1}').replace('{0}', total()).replace('{1}', form.dataset.points ?? ''))
  const open = (yes: boolean) => {
    form.dataset.sheet = yes ? 'open' : 'closed'
    handle.setAttribute('aria-expanded', String(yes))
  }
  form.addEventListener('change', showScore)
  handle.addEventListener('click', () => open(form.dataset.sheet !== 'open'))
  form.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || getComputedStyle(form).position !== 'fixed') return
    open(false)
    handle.focus()
  })
  showScore()
  // Errors that came back with the form must not hide.
  open([...form.querySelectorAll('.error')].some(error => error.textContent?.trim()))
}
