/** Milliseconds that writing may take at every key before it is felt. */
const unfelt = 12
const delay = 250

/** Writes at every change; a very long text is written when its writer pauses, and before anybody needs it. */
export function keepInStep(write: () => void): { changed: () => void; forget: () => void } {
  let took = 0
  let timer = 0

  const forget = () => {
    window.clearTimeout(timer)
    timer = 0
  }
  const writeNow = () => {
    forget()
    const start = performance.now()
    write()
    took = performance.now() - start
  }
  const writeIfBehind = () => {
    if (timer) writeNow()
  }

  // Capturing at the window comes before every listener that wants the text.
  for (const event of ['submit', 'pagehide', 'visibilitychange', 'focusout']) window.addEventListener(event, writeIfBehind, { capture: true })

  return {
    forget,
    changed: () => {
      if (took < unfelt) return writeNow()
      forget()
      timer = window.setTimeout(writeNow, delay)
    },
  }
}
