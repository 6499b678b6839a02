import { forgetKeptForm, valuesOf, type Values } from '../keep'
import { post, tokenOf, within } from '../post'

/** `left`: how many others waited at that moment, where it is a grade that was released. */
export type Answer = { kind: 'saved'; left?: number } | { kind: 'refused'; sentence: string } | { kind: 'failed' }

type What = 'draft' | 'hold' | 'release'

/** How long a grader pauses before what is there is saved as a draft. */
const pause = 1_500
const retries = [2_000, 5_000, 15_000]

/** How long a form that is sent waits for a running save. */
const patience = 4_000

/**
 * Saves a grade beside whatever its grader does meanwhile: one message after the other, each with the version that the one before it brought. It goes on
 * when its form has made room for the next attempt.
 */
export class GradeSaver {
  private version: string
  private stored: string
  private running: Promise<unknown> = Promise.resolve()
  private timer = 0
  private readonly field: HTMLInputElement | null
  private readonly line: HTMLElement | null
  private readonly url = location.href

  constructor(private readonly form: HTMLFormElement, private readonly wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))) {
    this.field = form.querySelector('input[name="Form.Version"]')
    this.version = this.field?.value ?? '0'
    // What came back with an error, or was kept here, is unsaved although nobody has touched it yet.
    this.stored = form.dataset.unsaved === 'true' ? '' : this.now()
    this.line = form.querySelector('[data-grade-state]')
  }

  get isUnsaved(): boolean {
    return this.now() !== this.stored
  }

  /** Drafts save themselves. What is released already changes only by its button. */
  watch(signal: AbortSignal): void {
    const changed = () => {
      window.clearTimeout(this.timer)
      if (this.form.dataset.released !== 'true' && this.isUnsaved) this.timer = window.setTimeout(() => void this.saveDraft(), pause)
    }
    this.form.addEventListener('input', changed, { signal })
    this.form.addEventListener('change', changed, { signal })
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void this.saveDraft()
    }, { signal })
    window.addEventListener('beforeunload', event => {
      if (this.isUnsaved) event.preventDefault()
    }, { signal })
  }

  /** Resolves when nothing is left to save, or it was said that it could not be. */
  async saveDraft(): Promise<void> {
    window.clearTimeout(this.timer)
    if (this.form.dataset.released === 'true' || !this.isUnsaved) return
    this.show(this.form.dataset.saving)
    const answer = await this.send('draft')
    this.show(answer.kind === 'saved' ? this.form.dataset.saved : (answer.kind === 'refused' && answer.sentence) || this.form.dataset.notSaved)
  }

  /** The form itself is about to be sent: it carries everything, and the version that the last answer brought. */
  async submits(): Promise<void> {
    window.clearTimeout(this.timer)
    await within(patience, this.running)
    this.stored = this.now()
  }

  /** What the form says at this moment, sent as soon as what was sent before it has been answered. */
  send(what: What): Promise<Answer> {
    window.clearTimeout(this.timer)
    const values = valuesOf(this.form)
    const said = JSON.stringify(values)
    const token = tokenOf(this.form)
    this.stored = said
    const sent = this.running.then(() => this.insist(values, what, token))
    this.running = sent
    return sent.then(answer => {
      if (answer.kind === 'saved' && this.now() === said) forgetKeptForm(this.form.dataset.keep ?? '')
      if (answer.kind !== 'saved' && this.stored === said) this.stored = ''
      return answer
    })
  }

  private async insist(values: Values, what: What, token: string): Promise<Answer> {
    for (const rest of retries) {
      const answer = await this.message(values, what, token)
      if (answer.kind !== 'failed') return answer
      await this.wait(rest)
    }
    return this.message(values, what, token)
  }

  private async message(values: Values, what: What, token: string): Promise<Answer> {
    const reply = await post(this.url, [...values, ['Form.Version', this.version], ['Form.Do', what]], token)
    if (reply.kind === 'signed-out') return { kind: 'refused', sentence: '' }
    if (reply.kind === 'failed' || reply.status >= 500) return { kind: 'failed' }
    if (reply.status >= 300) return { kind: 'refused', sentence: reply.body.sentence ?? '' }
    this.version = String(reply.body.version)
    if (this.field) this.field.value = this.version
    return { kind: 'saved', left: reply.body.left ?? undefined }
  }

  private now(): string {
    return JSON.stringify(valuesOf(this.form))
  }

  private show(words: string | undefined): void {
    if (this.line) this.line.textContent = words ?? ''
  }
}
