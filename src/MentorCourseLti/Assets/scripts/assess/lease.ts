import { announce } from '../announce'

const every = 60_000

/** Says to the others who grade that this attempt lies open here, and says here if it lies open before one of them. */
export function holdAttempt(form: HTMLFormElement, signal: AbortSignal): void {
  const { hold } = form.dataset
  const notice = document.querySelector<HTMLElement>('[data-held]')
  const token = form.querySelector<HTMLInputElement>('input[name="__RequestVerificationToken"]')?.value
  if (!hold || !token) return

  const ask = async () => {
    try {
      const response = await fetch(hold, { method: 'POST', body: new URLSearchParams({ __RequestVerificationToken: token }), redirect: 'manual', signal })
      if (response.ok) show(notice, (await response.json()).sentence ?? '')
    } catch {
      return // It is a courtesy: grading goes on without it.
    }
  }
  const timer = window.setInterval(() => {
    if (document.visibilityState === 'visible') void ask()
  }, every)
  signal.addEventListener('abort', () => window.clearInterval(timer))
  void ask()
}

function show(notice: HTMLElement | null, sentence: string): void {
  const words = notice?.querySelector('p')
  if (!notice || !words || (words.textContent === sentence && notice.hidden === !sentence)) return
  words.textContent = sentence
  notice.hidden = !sentence
  if (sentence) announce(sentence)
}
