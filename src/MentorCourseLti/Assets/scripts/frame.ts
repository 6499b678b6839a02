/** Asks the LMS for a frame as high as the page; in a tab of our own there is nobody to ask. */
export function reportHeight(): void {
  if (window.parent === window) return
  let last = 0
  const report = () => {
    const height = wantedHeight()
    if (height === last) return
    last = height
    // The LMS's origin is not known here, and a height is no secret.
    window.parent.postMessage({ subject: 'lti.frameResize', height }, '*')
  }
  new ResizeObserver(report).observe(document.body)
  report()
}

/** A bottom sheet sticks to the frame's lower edge, so a frame with one must stay as high as the screen. */
function wantedHeight(): number {
  const sheet = document.querySelector<HTMLElement>('[data-sheet]')
  if (sheet && getComputedStyle(sheet).position === 'fixed') return Math.round(screen.availHeight * 0.8)
  return Math.ceil(document.body.getBoundingClientRect().height)
}
