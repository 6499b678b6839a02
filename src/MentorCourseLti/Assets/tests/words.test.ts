import { expect, test } from 'vitest'
import { countWords } from '../scripts/words'

test.each([
  ['', 0],
  ['   \n\n ', 0],
  ['One word.', 2],
  ['well-being isn’t easy', 4],
  ['– … * ## ', 0],
  ['日本語を話します', 5],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words)
})
