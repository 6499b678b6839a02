import { expect, test } from 'vitest'
import { countWords } from '../scripts/words'

test.each([
  ['', 0],
  ['   \n\n ', 0],
  ['One word.', 2],
  ['well-being isn’t easy', 3],
  ['– … * ## ', 0],
  ['- one\n- two - three', 3],
  ['½ cup 🙂 [a link](https://example.edu/a-b)', 4],
  ['日本語を話します', 1],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words)
})
