import type { DraftPlace } from '../drafts'
import type { Outcome, Send } from './send'

export type SaveState =
  | { now: 'idle' | 'saving' }
  /** Unkept: this device could not keep the text either, so it must not say so. */
  | { now: 'failed' | 'signed-out'; unkept?: true }
  | { now: 'saved'; at: string }
  | { now: 'refused'; sentence: string }
  | { now: 'conflict'; theirs: string }

export interface AutosaveParts {
  text: () => string
  version: number
  /** False when the page only echoes a text that the server has not stored. */
  stored: boolean
  place: DraftPlace
  send: Send
  show: (state: SaveState) => void
}

const pause = 2_000
const longest = 8_000
const retryFirst = 2_000
const retryLast = 30_000

/** Carries a text to the server: one request at a time, the last text wins, and this device keeps it until it has arrived. */
export class Autosave {
  version: number
  private savedText: string | undefined
  private sending: { text: string; done: Promise<void> } | undefined
  private state: SaveState = { now: 'idle' }
  private theirVersion = 0
  private submitting = false
  private kept = true
  private retryAfter = retryFirst
  private idleTimer = 0
  private longTimer = 0
  private retryTimer = 0

  constructor(private readonly parts: AutosaveParts) {
    this.version = parts.version
    this.savedText = parts.stored ? parts.text() : undefined
  }

  get unsaved(): boolean {
    return this.parts.text() !== this.savedText
  }

  /** Leaving the page now loses the text: it is neither on the server nor on this device. */
  get inDanger(): boolean {
    return this.unsaved && !this.kept && !this.submitting
  }

  changed(): void {
    if (!this.unsaved && !this.sending) return this.settled()
    this.submitting = false
    this.keepHere()
    if (this.state.now === 'signed-out' || this.state.now === 'conflict' || this.retryTimer) return
    window.clearTimeout(this.idleTimer)
    this.idleTimer = window.setTimeout(() => void this.save(), pause)
    this.longTimer ||= window.setTimeout(() => void this.save(), longest)
  }

  /** Saves now, if there is something to save; resolves when nothing is on its way any more. */
  async save(): Promise<void> {
    this.stopTimers()
    if (this.sending) await this.sending.done
    if (!this.unsaved || this.state.now === 'signed-out' || this.state.now === 'conflict') return
    // While waiting, another caller may have begun.
    if (this.sending) return this.save()

    const text = this.parts.text()
    const done = this.carry(text)
    this.sending = { text, done }
    this.keepHere()
    await done
  }

  retryNow(): void {
    if (this.state.now === 'failed') void this.save()
  }

  /** The page is being left: there may be no second chance, and no time to wait for a running request. */
  leave(): void {
    if (!this.unsaved) return
    this.keepHere()
    if (this.submitting || this.sending?.text === this.parts.text() || this.state.now === 'signed-out' || this.state.now === 'conflict') return
    if (this.sending) void this.parts.send(this.parts.text(), this.version)
    else void this.save()
  }

  /** The form itself carries the text now: a draft sent beside it could arrive after it. */
  submits(): void {
    this.stopTimers()
    this.submitting = true
  }

  /** The writer has seen both texts and keeps this one. */
  keepMine(): Promise<void> {
    this.version = this.theirVersion
    this.enter({ now: 'idle' })
    return this.save()
  }

  /** The writer has seen both texts and takes the other; the caller has put it into the field. */
  tookTheirs(): void {
    this.version = this.theirVersion
    this.savedText = this.parts.text()
    this.settled()
  }

  private async carry(text: string): Promise<void> {
    // Trying again after a failure is not news; the failure stays on view until a save succeeds.
    if (this.state.now !== 'failed') this.enter({ now: 'saving' })
    const outcome = await this.parts.send(text, this.version)
    this.sending = undefined
    this.receive(text, outcome)
  }

  private receive(text: string, outcome: Outcome): void {
    switch (outcome.kind) {
      case 'saved':
        this.version = outcome.version
        this.savedText = text
        this.retryAfter = retryFirst
        this.enter({ now: 'saved', at: outcome.savedAtText })
        if (this.unsaved) this.changed()
        else this.forgetHere()
        return
      case 'failed':
        this.enter({ now: 'failed', ...this.unkept() })
        this.retryTimer = window.setTimeout(() => void this.save(), this.retryAfter)
        this.retryAfter = Math.min(this.retryAfter * 2, retryLast)
        return
      case 'refused':
        return this.enter({ now: 'refused', sentence: outcome.sentence })
      case 'conflict':
        this.theirVersion = outcome.version
        if (outcome.text === this.parts.text()) return this.tookTheirs()
        return this.enter({ now: 'conflict', theirs: outcome.text })
      case 'signed-out':
        return this.enter({ now: 'signed-out', ...this.unkept() })
    }
  }

  private keepHere(): void {
    const onItsWay = this.sending && this.sending.text !== this.parts.text() ? { onItsWay: this.sending.text } : {}
    this.kept = this.parts.place.keep({ text: this.parts.text(), basedOn: this.version, at: new Date().toISOString(), ...onItsWay })
  }

  private unkept(): { unkept?: true } {
    return this.kept ? {} : { unkept: true }
  }

  /** The field shows again what the server has. */
  private settled(): void {
    this.forgetHere()
    if (this.state.now !== 'saved') this.enter({ now: 'idle' })
  }

  private forgetHere(): void {
    this.stopTimers()
    this.parts.place.forget()
  }

  private stopTimers(): void {
    window.clearTimeout(this.idleTimer)
    window.clearTimeout(this.longTimer)
    window.clearTimeout(this.retryTimer)
    this.idleTimer = this.longTimer = this.retryTimer = 0
  }

  private enter(state: SaveState): void {
    this.state = state
    this.parts.show(state)
  }
}
