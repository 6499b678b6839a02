/** Opens a dialog where the person is looking: an LMS's frame may be far higher than the screen, and its middle out of sight. */
export function showNear(dialog: HTMLDialogElement, top: number): void {
  dialog.showModal()
  if (window.parent === window) return
  const edge = 16
  const lowest = window.innerHeight - dialog.offsetHeight - edge
  dialog.style.marginBlockStart = `${Math.max(edge, Math.min(top - dialog.offsetHeight / 2, lowest))}px`
}
