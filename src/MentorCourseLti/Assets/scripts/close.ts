/** `[data-lti-close]`: tells the LMS that a registration is done (LTI dynamic registration 1.0, 3.6). It need not be in a frame. */
export function closeForLms(): void {
  const button = document.querySelector<HTMLElement>('[data-lti-close]')
  const opener = (window.opener as Window | null) ?? (window.parent === window ? null : window.parent)
  if (!button || !opener) return
  button.hidden = false
  button.addEventListener('click', () => opener.postMessage({ subject: 'org.imsglobal.lti.close' }, '*'))
}
