import { announce } from '../announce'
import { post, tokenOf } from '../post'

const every = 60_000

/** Says to the others who grade that this attempt lies open here, and says here if it lies open before one of them. */
export function holdAttempt(form: HTMLFormElement, signal: AbortSignal): void {
  const { hold } = form.dataset
  const notice = document.querySelector<HTMLElement>('[data-held]')
  if (!hold) return

  // It is a courtesy: grading goes on without it.
  const ask = async () => {
    const reply = await post(hold, [], tokenOf(form))
    if (reply.kind === 'json' && reply.status < 300 && !signal.aborted) show(notice, reply.body.sentence ?? '')
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
