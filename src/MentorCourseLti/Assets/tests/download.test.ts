import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { showDownload } from '../scripts/download'

const answers: object[] = []

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => {
      const next = answers.length > 1 ? answers.shift() : answers[0]
      return { ok: next !== undefined, json: async () => next }
    }),
  )
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  answers.length = 0
})

function page(running = ''): HTMLElement {
  document.body.innerHTML = `<main><section data-download="/archive?handler=Progress" ${running}>
    <a href="#" download>Download</a><progress max="1" value="0" hidden></progress><p data-says></p></section></main>`
  return document.querySelector('section')!
}

const says = () => document.querySelector('[data-says]')!.textContent
const bar = () => document.querySelector('progress')!
const idle = { running: false, done: 0, all: 0, says: '' }
const half = { running: true, done: 100, all: 200, says: '100 of 200 mentors are in it.' }
const whole = { running: false, done: 200, all: 200, says: 'It was sent whole.' }
const broken = { running: false, done: 100, all: 200, says: 'It broke off.' }

test('shows how far it is from the click on, and stops when it is done', async () => {
  answers.push(idle, half, whole)
  showDownload(page())
  document.querySelector('a')!.click()
  await vi.advanceTimersByTimeAsync(1000)
  expect([says(), bar().hidden, bar().value, bar().max]).toEqual([half.says, false, 100, 200])
  await vi.advanceTimersByTimeAsync(1000)
  expect([says(), bar().hidden]).toEqual([whole.says, true])
  const asked = vi.mocked(fetch).mock.calls.length
  await vi.advanceTimersByTimeAsync(10_000)
  expect(fetch).toHaveBeenCalledTimes(asked)
})

test('says that it broke off, and a second try starts anew', async () => {
  answers.push(idle, half, broken)
  showDownload(page())
  document.querySelector('a')!.click()
  await vi.advanceTimersByTimeAsync(2000)
  expect(says()).toBe(broken.says)
  answers.splice(0, 9, broken, half, whole)
  document.querySelector('a')!.click()
  await vi.advanceTimersByTimeAsync(2000)
  expect(says()).toBe(whole.says)
})

test('a page that is opened meanwhile shows it too', async () => {
  answers.push(half, whole)
  showDownload(page('data-running="true"'))
  await vi.advanceTimersByTimeAsync(2000)
  expect(says()).toBe(whole.says)
})

test('waits out a connection that is gone for a moment', async () => {
  answers.push(half, whole)
  vi.mocked(fetch).mockRejectedValueOnce(new Error('offline'))
  showDownload(page('data-running="true"'))
  await vi.advanceTimersByTimeAsync(3000)
  expect(says()).toBe(whole.says)
})
