import { stepPoints } from './range'

const remembered = 'assess-keys'

/**
 * 1 to 9 choose a level, + and - points within it, j and k move between criteria, n and p between attempts, h holds and r releases what is complete. `input[data-keys]` turns them
 * off.
 */
export function chooseByKeys(form: HTMLFormElement, signal: AbortSignal): void {
  const criteria = [...form.querySelectorAll<HTMLElement>('[data-criterion]')]
  if (!criteria.length) return
  let at = 0
  const toggle = keySwitch()

  const point = (to: number) => {
    at = Math.max(0, Math.min(criteria.length - 1, to))
    criteria.forEach((criterion, i) => criterion.toggleAttribute('data-current', i === at))
  }
  point(Math.max(0, criteria.findIndex(criterion => !criterion.querySelector(':checked'))))

  form.addEventListener('focusin', event => {
    const inside = criteria.findIndex(criterion => criterion.contains(event.target as Node))
    if (inside >= 0) point(inside)
  })

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || toggle?.checked === false || event.defaultPrevented || isWriting() || document.querySelector('dialog[open]')) return
    const levels = [...criteria[at]!.querySelectorAll<HTMLInputElement>('.level input')]
    if (/^[1-9]$/.test(event.key)) choose(levels[Number(event.key) - 1])
    else if (event.key === 'j') go(at + 1)
    else if (event.key === 'k') go(at - 1)
    else if (event.key === '+') stepPoints(criteria[at]!, 1)
    else if (event.key === '-') stepPoints(criteria[at]!, -1)
    else if (event.key === 'n') document.querySelector<HTMLAnchorElement>('a[data-next]')?.click()
    else if (event.key === 'p') document.querySelector<HTMLAnchorElement>('a[data-previous]')?.click()
    else if (event.key === 'h') press('hold')
    else if (event.key === 'r') release()
    else return
    event.preventDefault()
  }, { signal })

  function release(): void {
    const unmarked = criteria.findIndex(criterion => criterion.querySelector('.level') && !criterion.querySelector('.level :checked'))
    if (unmarked >= 0) go(unmarked)
    else press('release')
  }

  function press(what: string): void {
    form.querySelector<HTMLButtonElement>(`button[name="Form.Do"][value="${what}"]`)?.click()
  }

  function go(to: number): void {
    point(to)
    const criterion = criteria[at]!
    const radio = criterion.querySelector<HTMLElement>('.level input:checked') ?? criterion.querySelector<HTMLElement>('.level input')
    radio?.focus({ preventScroll: true })
    criterion.scrollIntoView({ block: 'nearest' })
  }
}

function choose(level: HTMLInputElement | undefined): void {
  if (!level || level.disabled) return
  level.checked = true
  level.focus({ preventScroll: true })
  level.dispatchEvent(new Event('input', { bubbles: true }))
  level.dispatchEvent(new Event('change', { bubbles: true }))
}

const isWriting = () =>
  document.activeElement?.matches('textarea, select, [contenteditable="true"], input:not([type="radio"], [type="checkbox"], [type="submit"])') ?? false

/** Single-key shortcuts must be possible to turn off: speech input types letters by accident (WCAG 2.1.4). */
function keySwitch(): HTMLInputElement | null {
  const toggle = document.querySelector<HTMLInputElement>('input[data-keys]')
  if (!toggle) return null
  try {
    toggle.checked = localStorage.getItem(remembered) !== 'off'
    toggle.addEventListener('change', () => localStorage.setItem(remembered, toggle.checked ? 'on' : 'off'))
  } catch {
    toggle.checked = true
  }
  toggle.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden')
  return toggle
}
