/** `form[data-send-at-once]`: goes by itself; without script its button does. */
export function sendAtOnce(): void {
  document.querySelector<HTMLFormElement>('form[data-send-at-once]')?.submit()
}
