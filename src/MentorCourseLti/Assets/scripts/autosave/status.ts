import { announce } from '../announce'
import { countWords } from '../words'
import type { SaveState } from './autosave'

/** The line under the text: `Draft · saved 10:32 · 418 words`. */
export class StatusLine {
  private readonly sentence = document.createElement('span')
  private readonly words = document.createElement('span')
  private troubled = false

  constructor(private readonly line: HTMLElement) {
    // It changes with every word; only what matters is announced, through a region of its own.
    line.setAttribute('aria-live', 'off')
    const parts = (line.textContent ?? '').trim().split(/\s+·\s+/)
    // The last part is the server's count of the words; from here on they are counted as they are typed.
    this.sentence.textContent = (parts.length > 1 ? parts.slice(0, -1).join(' · ') : parts[0]) || this.say({ now: 'idle' })
    this.words.className = 'words'
    line.replaceChildren(this.sentence, ' ', this.words)
  }

  show(state: SaveState): void {
    const said = this.say(state)
    const troubled = state.now !== 'idle' && state.now !== 'saving' && state.now !== 'saved'
    this.line.dataset.now = state.now
    this.sentence.textContent = said
    if (troubled || (this.troubled && state.now === 'saved')) announce(said)
    if (state.now !== 'saving') this.troubled = troubled
    if (state.now === 'saved') showBegun()
  }

  count(text: string): void {
    const { wordsOne = '{0} word', wordsMany = '{0} words' } = this.line.dataset
    const count = countWords(text)
    this.words.textContent = (count === 1 ? wordsOne : wordsMany).replace('{0}', count.toLocaleString(document.documentElement.lang || undefined))
  }

  private say(state: SaveState): string {
    const texts = this.line.dataset
    switch (state.now) {
      case 'saved':
        return (texts.saved ?? 'Draft · saved {time}').replace('{time}', state.at)
      case 'refused':
        return state.sentence
      case 'conflict':
        return texts.conflict ?? 'This text was changed in another window.'
      case 'signed-out':
        return state.unkept
          ? (texts.signedOutUnkept ?? 'Not saved - your time here ran out, and this browser keeps nothing for this page. Copy your text before you leave it.')
          : (texts.signedOut ?? 'Your session has ended. Your text is kept on this device.')
      case 'failed':
        return state.unkept
          ? (texts.failedUnkept ?? 'Not saved - trying again. Stay on this page until it is saved: this browser keeps nothing for it.')
          : (texts.failed ?? 'Not saved - your text is kept on this device, trying again')
      case 'saving':
        return texts.saving ?? 'Saving…'
      case 'idle':
        return texts.idle ?? 'Draft'
    }
  }
}

/** `.chip[data-once-begun]`: what was not started is a draft from the first time that it is saved. */
function showBegun(): void {
  const chip = document.querySelector<HTMLElement>('.chip[data-once-begun]')
  if (!chip) return
  chip.textContent = chip.dataset.onceBegun ?? ''
  chip.dataset.state = 'draft'
  delete chip.dataset.onceBegun
}
