import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Autosave, type SaveState } from '../scripts/autosave/autosave'
import { findKept } from '../scripts/autosave/restore'
import type { Outcome } from '../scripts/autosave/send'
import { draftPlace, forgetDraftsOfOthers } from '../scripts/drafts'

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
})
afterEach(() => vi.useRealTimers())

const saved = (version: number): Outcome => ({ kind: 'saved', version, savedAtText: '10:32' })
const failed: Outcome = { kind: 'failed' }

/** A writer at a page; the server answers what the story says. */
function writer({ text = '', stored = true } = {}) {
  const place = draftPlace('m-1:a-1')
  const sent: { text: string; version: number; answer: (outcome: Outcome) => Promise<void> }[] = []
  const states: SaveState[] = []
  const page = { text }
  const autosave = new Autosave({
    text: () => page.text,
    version: 7,
    stored,
    place,
    send: (text, version) =>
      new Promise(resolve => {
        const answer = async (outcome: Outcome) => {
          resolve(outcome)
          await vi.advanceTimersByTimeAsync(0)
        }
        sent.push({ text, version, answer })
      }),
    show: state => states.push(state),
  })
  const type = (more: string) => {
    page.text += more
    autosave.changed()
  }
  return { autosave, place, sent, states, page, type, now: () => states.at(-1)?.now }
}

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('Saving', () => {
  test('waits for a pause in typing', async () => {
    const { type, sent } = writer()
    type('a')
    await wait(1_400)
    type('b')
    await wait(1_400)
    expect(sent).toHaveLength(0)
    await wait(1_600)
    expect(sent.map(({ text, version }) => [text, version])).toEqual([['ab', 7]])
  })

  test('does not wait longer than ten seconds', async () => {
    const { type, sent } = writer()
    for (let i = 0; i < 10; i++) {
      type('x')
      await wait(1_000)
    }
    expect(sent).toHaveLength(1)
  })

  test('sends one request at a time, and the last text wins', async () => {
    const { type, sent, place, now } = writer()
    type('a')
    await wait(3_000)
    type('b')
    await wait(12_000)
    expect(sent).toHaveLength(1)
    await sent[0]!.answer(saved(8))
    await wait(3_000)
    expect(sent.map(({ text, version }) => [text, version])).toEqual([['a', 7], ['ab', 8]])
    await sent[1]!.answer(saved(9))
    expect(now()).toBe('saved')
    expect(place.read()).toBeUndefined()
  })

  test('two callers at once send once', async () => {
    const { type, sent, autosave } = writer()
    type('a')
    void autosave.save()
    void autosave.save()
    await wait(0)
    expect(sent).toHaveLength(1)
    await sent[0]!.answer(saved(8))
    await wait(20_000)
    expect(sent).toHaveLength(1)
  })

  test('sends nothing when nothing changed', async () => {
    const { autosave, sent, page } = writer({ text: 'a' })
    await autosave.save()
    page.text = 'ab'
    autosave.changed()
    page.text = 'a'
    autosave.changed()
    await wait(30_000)
    expect(sent).toHaveLength(0)
  })
})

describe('Failing', () => {
  test('keeps the text here, says so, and tries again ever more slowly', async () => {
    const { type, sent, place, now } = writer()
    type('a')
    await wait(3_000)
    for (const pause of [2, 4, 8, 16, 30, 30]) {
      const before = sent.length
      await sent.at(-1)!.answer(failed)
      expect(now()).toBe('failed')
      expect(place.read()?.text).toBe('a')
      await wait(pause * 1_000 - 100)
      expect(sent).toHaveLength(before)
      await wait(200)
      expect(sent).toHaveLength(before + 1)
    }
    await sent.at(-1)!.answer(saved(8))
    expect(now()).toBe('saved')
    expect(place.read()).toBeUndefined()
  })

  test('tries at once when the connection is back, with what was typed meanwhile', async () => {
    const { type, sent, autosave } = writer()
    type('a')
    await wait(3_000)
    await sent[0]!.answer(failed)
    type('b')
    autosave.retryNow()
    await wait(0)
    expect(sent[1]!.text).toBe('ab')
  })

  test('a refusal shows its sentence and does not try again by itself', async () => {
    const { type, sent, states } = writer()
    type('a')
    await wait(3_000)
    await sent[0]!.answer({ kind: 'refused', sentence: 'Too long.' })
    await wait(60_000)
    expect(states.at(-1)).toEqual({ now: 'refused', sentence: 'Too long.' })
    expect(sent).toHaveLength(1)
  })

  test('a session that ended keeps the text here and sends no more', async () => {
    const { type, sent, place, now } = writer()
    type('a')
    await wait(3_000)
    await sent[0]!.answer({ kind: 'signed-out' })
    type('b')
    await wait(60_000)
    expect(now()).toBe('signed-out')
    expect(sent).toHaveLength(1)
    expect(place.read()?.text).toBe('ab')
  })

  test('where this device keeps nothing, the page does not say that it does, and warns who leaves', async () => {
    vi.stubGlobal('localStorage', undefined)
    const { autosave, type, sent, states } = writer()
    type('a')
    await wait(3_000)
    await sent[0]!.answer(failed)
    expect(states.at(-1)).toEqual({ now: 'failed', unkept: true })
    expect(autosave.inDanger).toBe(true)
    autosave.retryNow()
    await wait(0)
    await sent[1]!.answer(saved(8))
    expect(autosave.inDanger).toBe(false)
    vi.unstubAllGlobals()
  })

  test('a text that came back with an error is still to be saved', async () => {
    const { autosave, sent } = writer({ text: 'a', stored: false })
    autosave.changed()
    await wait(3_000)
    expect(sent[0]?.text).toBe('a')
  })
})

describe('Two windows', () => {
  test('the writer keeps this text', async () => {
    const { type, sent, autosave, states } = writer()
    type('mine')
    await wait(3_000)
    await sent[0]!.answer({ kind: 'conflict', version: 9, text: 'theirs' })
    expect(states.at(-1)).toEqual({ now: 'conflict', theirs: 'theirs' })
    type('!')
    await wait(60_000)
    expect(sent).toHaveLength(1)
    void autosave.keepMine()
    await wait(0)
    expect([sent[1]!.text, sent[1]!.version]).toEqual(['mine!', 9])
  })

  test('the writer takes the other text', async () => {
    const { type, sent, autosave, page, place } = writer()
    type('mine')
    await wait(3_000)
    await sent[0]!.answer({ kind: 'conflict', version: 9, text: 'theirs' })
    page.text = 'theirs'
    autosave.tookTheirs()
    await wait(60_000)
    expect(sent).toHaveLength(1)
    expect(place.read()).toBeUndefined()
    expect(autosave.version).toBe(9)
  })
})

describe('Leaving', () => {
  test('sends what is unsaved at once', () => {
    const { type, sent, autosave, place } = writer()
    type('a')
    autosave.leave()
    expect(sent.map(({ text }) => text)).toEqual(['a'])
    expect(place.read()?.text).toBe('a')
  })

  test('does not send beside a form that carries the text itself', async () => {
    const { type, sent, autosave, place } = writer()
    type('a')
    autosave.submits()
    autosave.leave()
    await wait(60_000)
    expect(sent).toHaveLength(0)
    expect(place.read()?.text).toBe('a')
  })
})

describe('Coming back', () => {
  const kept = (text: string, basedOn: number, onItsWay?: string) => ({ text, basedOn, at: '2026-02-06T21:40:00Z', ...(onItsWay === undefined ? {} : { onItsWay }) })
  const place = draftPlace('m-1:a-1')

  test('what the server has too is forgotten', () => {
    place.keep(kept('a\nb', 7))
    expect(findKept(place, 'a\r\nb', 8).kind).toBe('nothing')
    expect(place.read()).toBeUndefined()
  })
  test('what was written on the server’s text is put back', () => {
    place.keep(kept('ab', 7))
    expect(findKept(place, 'a', 7)).toMatchObject({ kind: 'put-back', draft: { text: 'ab' } })
  })
  test('so is what was written while that text was on its way', () => {
    place.keep(kept('abc', 7, 'ab'))
    expect(findKept(place, 'ab', 8).kind).toBe('put-back')
  })
  test('otherwise the writer is asked, and typing meanwhile cannot overwrite the kept text', () => {
    place.keep(kept('ab', 7))
    expect(findKept(place, 'other', 9).kind).toBe('ask')
    place.keep(kept('other, typed on', 9))
    expect(findKept(place, 'other, typed on', 10)).toMatchObject({ kind: 'ask', draft: { text: 'ab' } })
  })
  test('another person’s texts are removed', () => {
    place.keep(kept('a', 1))
    draftPlace('m-2:a-1').keep(kept('b', 1))
    localStorage.setItem('unrelated', 'c')
    forgetDraftsOfOthers('m-2')
    expect(Object.keys(localStorage).sort()).toEqual(['draft:m-2:a-1', 'unrelated'])
  })
})
