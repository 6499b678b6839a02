import { forgetKeptForm, valuesOf, type Values } from '../keep'

/** `left`: how many others waited at that moment. */
export type Answer = { kind: 'saved'; left: number } | { kind: 'refused'; sentence: string } | { kind: 'failed' }

type What = 'draft' | 'hold' | 'release'

/** How long a grader pauses before what is there is saved as a draft. */
const pause = 1_500
const retries = [2_000, 5_000, 15_000]

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
    this.show(answer.kind === 'saved' ? this.form.dataset.saved : answer.kind === 'refused' ? answer.sentence : this.form.dataset.notSaved)
  }

  /** The form itself is about to be sent: it carries everything, and the version that the last answer brought. */
  async submits(): Promise<void> {
    window.clearTimeout(this.timer)
    await this.running
    this.stored = this.now()
  }

  /** What the form says at this moment, sent as soon as what was sent before it has been answered. */
  send(what: What): Promise<Answer> {
    window.clearTimeout(this.timer)
    const values = valuesOf(this.form)
    const said = JSON.stringify(values)
    const token = this.form.querySelector<HTMLInputElement>('input[name="__RequestVerificationToken"]')?.value ?? ''
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
      const answer = await this.post(values, what, token)
      if (answer.kind !== 'failed') return answer
      await this.wait(rest)
    }
    return this.post(values, what, token)
  }

  private async post(values: Values, what: What, token: string): Promise<Answer> {
    const body = new URLSearchParams([...values, ['Form.Version', this.version], ['Form.Do', what], ['__RequestVerificationToken', token]])
    try {
      const response = await fetch(this.url, { method: 'POST', body, headers: { Accept: 'application/json' }, redirect: 'manual', keepalive: body.toString().length < 60_000 })
      if (!(response.headers.get('Content-Type') ?? '').includes('json')) return response.status >= 500 ? { kind: 'failed' } : { kind: 'refused', sentence: '' }
      const answer = await response.json()
      if (!response.ok) return response.status >= 500 ? { kind: 'failed' } : { kind: 'refused', sentence: answer.sentence ?? '' }
      this.version = String(answer.version)
      if (this.field) this.field.value = this.version
      return { kind: 'saved', left: Number(answer.left) }
    } catch {
      return { kind: 'failed' }
    }
  }

  private now(): string {
    return JSON.stringify(valuesOf(this.form))
  }

  private show(words: string | undefined): void {
    if (this.line) this.line.textContent = words ?? ''
  }
}
