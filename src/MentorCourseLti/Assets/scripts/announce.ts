let region: HTMLElement | undefined

/** Says something to a screen reader once. */
export function announce(sentence: string): void {
  // What it stood in may have made room for another page.
  const target = region?.isConnected ? region : (region = makeRegion())
  // A region that is born with its words is not read out.
  window.setTimeout(() => (target.textContent = sentence), 100)
}

/** Shows a notice that is hidden on the page, and says it. */
export function reveal(selector: string): void {
  const notice = document.querySelector<HTMLElement>(selector)
  if (!notice?.hidden) return
  notice.hidden = false
  announce(notice.textContent ?? '')
}

function makeRegion(): HTMLElement {
  const made = document.createElement('div')
  made.className = 'unseen'
  made.setAttribute('aria-live', 'polite')
  // Inside a landmark, so that no content of the page stands outside of one.
  ;(document.querySelector('main') ?? document.body).append(made)
  return made
}
