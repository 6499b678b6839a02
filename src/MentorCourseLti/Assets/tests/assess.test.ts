import { beforeEach, describe, expect, test, vi } from 'vitest'
import { passageOf, rangeOf, readText } from '../scripts/assess/anchors'
import { startingWith } from '../scripts/assess/bank'
import { pointsOf, showRanges, stepPoints } from '../scripts/assess/range'
import { GradeSaver } from '../scripts/assess/saver'

describe('A passage', () => {
  const container = (html: string) => {
    document.body.innerHTML = `<div id="text">${html}</div>`
    return document.getElementById('text')!
  }
  const select = (from: Node, start: number, to: Node, end: number) => {
    const range = document.createRange()
    range.setStart(from, start)
    range.setEnd(to, end)
    return range
  }

  test('is named by its words and by which of their occurrences it is', () => {
    const text = container('<p>She asked. She <em>asked</em> again.</p>')
    const p = text.querySelector('p')!
    expect(passageOf(text, select(p.childNodes[0]!, 11, p.childNodes[1]!.firstChild!, 5))).toEqual({ quote: 'She asked', nth: 1 })
  })

  test('reads white space as one space, and leaves it out at both ends', () => {
    const text = container('<p>One\n   two </p>\n<p>three</p>')
    expect(readText(text).text).toBe('One two three')
    const [first, second] = [...text.querySelectorAll('p')]
    expect(passageOf(text, select(first!.firstChild!, 3, second!.firstChild!, 5))).toEqual({ quote: 'two three', nth: 0 })
  })

  test('is found again, and not where its words have gone', () => {
    const text = container('<p>She asked. She <em>asked</em> again.</p>')
    expect(rangeOf(text, { quote: 'She asked', nth: 1 })!.toString()).toBe('She asked')
    expect(rangeOf(text, { quote: 'She asked', nth: 2 })).toBeUndefined()
    expect(rangeOf(text, { quote: 'He asked', nth: 0 })).toBeUndefined()
  })

  test('is none where nothing is selected, or something outside', () => {
    const text = container('<p>Inside</p>')
    const outside = document.body.appendChild(document.createTextNode('outside'))
    expect(passageOf(text, select(text.querySelector('p')!.firstChild!, 0, outside, 3))).toBeUndefined()
    expect(passageOf(text, select(text.querySelector('p')!.firstChild!, 2, text.querySelector('p')!.firstChild!, 2))).toBeUndefined()
  })
})

describe('Kept comments', () => {
  const bank = ['What did she say?', 'What did you learn?', 'Well seen.', 'when', 'where', 'wharf', 'whale']

  test('are offered by how they begin, whatever their capitals, and not for one letter', () => {
    expect(startingWith(bank, 'what did')).toEqual(['What did she say?', 'What did you learn?'])
    expect(startingWith(bank, 'w')).toEqual([])
    expect(startingWith(bank, 'wh')).toHaveLength(4)
    expect(startingWith(bank, 'Well seen.')).toEqual([])
  })
})

describe('A level that gives a range', () => {
  const criterion = () => {
    document.body.innerHTML = `<form><fieldset data-criterion>
      <label class="level"><input type="radio" name="l" value="a" data-points="5" data-least="3"></label>
      <label class="level"><input type="radio" name="l" value="b" data-points="2" data-least=""></label>
      <div data-range data-between="{0} to {1}"><input type="text"><p data-range-hint></p></div></fieldset></form>`
    showRanges(document.querySelector('form')!)
    return document.querySelector<HTMLElement>('[data-criterion]')!
  }
  const field = () => document.querySelector<HTMLInputElement>('input[type="text"]')!
  const choose = (value: string) => {
    for (const radio of document.querySelectorAll<HTMLInputElement>('input[type="radio"]')) radio.checked = radio.value === value
    document.querySelector('.level')!.dispatchEvent(new Event('change', { bubbles: true }))
  }
  const type = (points: string) => {
    field().value = points
    field().dispatchEvent(new Event('input', { bubbles: true }))
  }

  test('gives the most until points are typed, and never more or less than it may', () => {
    const one = criterion()
    expect(pointsOf(one)).toBe(0)
    choose('a')
    expect(pointsOf(one)).toBe(5)
    type('3,5')
    expect(pointsOf(one)).toBe(3.5)
    type('9')
    expect(pointsOf(one)).toBe(5)
    expect(field().getAttribute('aria-invalid')).toBe('true')
  })

  test('says its range, and forgets points that were typed for another level', () => {
    const one = criterion()
    choose('a')
    expect(one.querySelector('[data-range-hint]')!.textContent).toBe('3 to 5')
    type('4')
    choose('b')
    expect(field().value).toBe('')
    expect(pointsOf(one)).toBe(2)
  })

  test('is gone through by halves, and not left', () => {
    const one = criterion()
    choose('a')
    stepPoints(one, 1)
    expect(field().value).toBe('5')
    for (let i = 0; i < 9; i++) stepPoints(one, -1)
    expect(field().value).toBe('3')
    choose('b')
    stepPoints(one, 1)
    expect(field().value).toBe('')
  })
})

describe('A grade', () => {
  let sent: { body: URLSearchParams; answer: (status: number, json: object) => void; fail: () => void }[]

  beforeEach(() => {
    sent = []
    localStorage.clear()
    document.body.innerHTML = `<form data-assess data-keep="me:grade:1" data-released="false" data-saving="Saving" data-saved="Saved" data-not-saved="Not saved">
      <input type="hidden" name="Form.Version" value="3"><input type="hidden" name="__RequestVerificationToken" value="token">
      <textarea name="Form.Comment"></textarea><p data-grade-state></p></form>`
    vi.stubGlobal('fetch', (_: string, { body }: { body: string }) =>
      new Promise((resolve, reject) =>
        sent.push({
          body: new URLSearchParams(body),
          answer: (status, json) => resolve(new Response(JSON.stringify(json), { status, headers: { 'Content-Type': 'application/json' } })),
          fail: () => reject(new TypeError('no connection')),
        })))
  })

  const settle = () => new Promise(resolve => setTimeout(resolve))
  const begin = () => {
    const form = document.querySelector('form')!
    const write = (text: string) => (form.querySelector('textarea')!.value = text)
    return { saver: new GradeSaver(form, () => Promise.resolve()), write, line: form.querySelector('[data-grade-state]')! }
  }

  test('is sent one message after the other, each with the version that the last answer brought', async () => {
    const { saver, write } = begin()
    write('One')
    const first = saver.send('draft')
    write('One, two')
    const second = saver.send('release')
    await settle()
    expect(sent.map(({ body }) => [body.get('Form.Comment'), body.get('Form.Version'), body.get('Form.Do')])).toEqual([['One', '3', 'draft']])
    sent[0]!.answer(200, { version: 4, left: 7 })
    await first
    await settle()
    expect([sent[1]!.body.get('Form.Comment'), sent[1]!.body.get('Form.Version'), sent[1]!.body.get('Form.Do')]).toEqual(['One, two', '4', 'release'])
    sent[1]!.answer(200, { version: 5, left: 6 })
    expect(await second).toEqual({ kind: 'saved', left: 6 })
    expect(saver.isUnsaved).toBe(false)
  })

  test('that the server does not take is said to be unsaved, even where no sentence comes with it', async () => {
    const { saver, write, line } = begin()
    write('One')
    const saving = saver.saveDraft()
    await settle()
    sent[0]!.answer(401, {})
    await saving
    expect(line.textContent).toBe('Not saved')
    expect(saver.isUnsaved).toBe(true)
  })

  test('is sent again when the connection broke, and stays unsaved when it goes on breaking', async () => {
    const { saver, write, line } = begin()
    write('One')
    const saving = saver.saveDraft()
    expect(line.textContent).toBe('Saving')
    for (let i = 0; i < 4; i++) {
      await settle()
      sent[i]!.fail()
    }
    await saving
    expect(sent).toHaveLength(4)
    expect(line.textContent).toBe('Not saved')
    expect(saver.isUnsaved).toBe(true)
  })

  test('that is refused is not sent again, and says why', async () => {
    const { saver, write, line } = begin()
    write('One')
    const saving = saver.saveDraft()
    await settle()
    sent[0]!.answer(409, { sentence: 'Somebody saved it meanwhile.' })
    await saving
    expect(sent).toHaveLength(1)
    expect(line.textContent).toBe('Somebody saved it meanwhile.')
    expect(saver.isUnsaved).toBe(true)
  })

  test('that nobody touched is not saved', async () => {
    await begin().saver.saveDraft()
    expect(sent).toHaveLength(0)
  })
})
