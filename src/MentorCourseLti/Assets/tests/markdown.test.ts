import { type JSONContent, getSchema } from '@tiptap/core'
import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../scripts/editor/markdown/read'
import { markdownExtensions } from '../scripts/editor/markdown/schema'
import { writeMarkdown } from '../scripts/editor/markdown/write'

const schema = getSchema(markdownExtensions)
const paragraph = (...content: JSONContent[]): JSONContent => ({ type: 'doc', content: [{ type: 'paragraph', content }] })
const plain = (text: string): JSONContent => ({ type: 'text', text })
const marked = (text: string, ...marks: string[]): JSONContent => ({ type: 'text', text, marks: marks.map(type => ({ type })) })

/** As ProseMirror sees it: neighbours with the same marks are one run, and attributes have their defaults. */
const normal = (doc: JSONContent) => schema.nodeFromJSON(doc).toJSON()

describe('Text that looks like Markdown stays the text it is', () => {
  test.each([
    '1. not a list', '1) one', '12. twelve', '# no heading', '###### none', '- dash', '* star', '+ plus', '+', '-', '> no quote', '---', '***', '===', '```', '~~~',
    '*a* _b_ **c**', 'snake_case_name', '2 * 3 * 4', 'a `b` c', '``', '[a](b)', '[a]: http://b', '![a](b)', '[x]', '<b>bold</b>', '<script>alert(1)</script>', '<!-- x -->',
    '&lt;', '&amp;amp;', '&#35;', 'AT&T', 'x\\y', 'C:\\temp\\', '\\*', '5 < 6 > 4', '<http://a.b>', 'https://a.b/c_d_e', '| a | b |', '~~gone~~', '😀 *', 'a!', '!', ':', '"“”', '\\', '*', '_', '_a', 'a_', '**', '=', '1.', '#', '\u00a0x',
  ])('%j', text => {
    const doc = paragraph(plain(text))
    const markdown = writeMarkdown(doc)
    expect(normal(readMarkdown(markdown))).toEqual(normal(doc))
    expect(writeMarkdown(readMarkdown(markdown))).toBe(markdown)
  })

  test('at the start of a line after a line break, too', () => {
    const doc = paragraph(plain('a'), { type: 'hardBreak' }, plain('# b'), { type: 'hardBreak' }, plain('1. c'), { type: 'hardBreak' }, plain('==='))
    expect(normal(readMarkdown(writeMarkdown(doc)))).toEqual(normal(doc))
  })
})

describe('Markdown comes back as it was', () => {
  test.each([
    'One paragraph.\n\nAnother, *with* **emphasis** and **_both_**.',
    '# A\n\n## B\n\n###### F',
    '- a\n- b\n  - c\n    1. d\n- e',
    '3. three\n4. four',
    '> quote\n>\n> - with a list',
    'A [link](https://example.org/a_b?c=d\\&e=f) and [**bold**](mailto:amber@example.org).',
    '<https://example.org/>',
    'Line\\\nnext line',
    '```js\nif (a < b) {}\n```',
    'a `code` b',
    'a\n\n---\n\nb',
    '- a\n\n  second paragraph\n\n- b',
  ])('%j', markdown => {
    expect(writeMarkdown(readMarkdown(markdown))).toBe(markdown)
  })
})

describe('Nothing is lost or run', () => {
  test('raw HTML is text', () => {
    expect(normal(readMarkdown('<b>hi</b> <img src=x onerror=alert(1)>'))).toEqual(normal(paragraph(plain('<b>hi</b> <img src=x onerror=alert(1)>'))))
    expect(JSON.stringify(readMarkdown('<div>\n<script>alert(1)</script>\n</div>'))).toContain('<script>alert(1)</script>')
  })
  test('a link to a script is its words', () => {
    expect(normal(readMarkdown('[click](javascript:alert(1))'))).toEqual(normal(paragraph(plain('click'))))
  })
  test('a picture becomes its link', () => {
    expect(writeMarkdown(readMarkdown('![map](https://example.org/m.png)'))).toBe('\\![map](https://example.org/m.png)')
  })
  test('tables and reference definitions stay as they were typed', () => {
    expect(schema.nodeFromJSON(readMarkdown('| a | b |\n|---|---|')).textContent).toBe('| a | b ||---|---|')
    expect(schema.nodeFromJSON(readMarkdown('[a]: https://example.org')).textContent).toBe('[a]: https://example.org')
  })
  test('an indented first line is a paragraph', () => {
    expect(normal(readMarkdown('     Once upon a time'))).toEqual(normal(paragraph(plain('Once upon a time'))))
  })
  test('a single line end stays a line end', () => {
    expect(normal(readMarkdown('a\nb'))).toEqual(normal(paragraph(plain('a'), { type: 'hardBreak' }, plain('b'))))
  })
})

describe('Marks', () => {
  test.each<[string, JSONContent[], string]>([
    ['spaces at the edges stand outside', [plain('a'), marked(' b ', 'bold'), plain('c')], 'a **b** c'],
    ['overlapping marks are nested', [marked('a', 'bold'), marked('b', 'bold', 'italic'), marked('c', 'italic')], '**a*b***_c_'],
    ['one mark runs through', [marked('a ', 'bold'), marked('b', 'bold', 'italic'), marked(' c', 'bold')], '**a *b* c**'],
  ])('%s', (_, content) => {
    const markdown = writeMarkdown(paragraph(...content))
    const text = (doc: JSONContent) => schema.nodeFromJSON(doc).textContent
    expect(text(readMarkdown(markdown))).toBe(text(paragraph(...content)))
    expect(writeMarkdown(readMarkdown(markdown))).toBe(markdown)
  })
  test('bold that ends in a sign, hard against a letter', () => {
    const doc = paragraph(marked('Note:', 'bold'), plain('this'))
    expect(normal(readMarkdown(writeMarkdown(doc)))).toEqual(normal(doc))
  })
})

test('Any document is the same after being written and read', { timeout: 60_000 }, () => {
  let seed = 20261122
  const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below
  const pick = <T>(from: readonly T[]): T => from[random(from.length)]!
  const pieces = ['a', 'word', '1.', '#', '*', '_', '<', '>', '&amp;', '`', '[', ']', '(', ')', '!', '-', '+', '~', '\\', ' ', ' ', ' ', 'é', '。', '“', ':', '|', '=', '\u00a0', '1)', '😀', 'http://a.b', '{', '$', '^', '@', '%']
  const marks = [[], [], [], ['bold'], ['italic'], ['bold', 'italic'], ['code']]
  const text = () => Array.from({ length: 1 + random(6) }, () => pick(pieces)).join('')
  const inline = () => Array.from({ length: 1 + random(5) }, () => (random(9) ? marked(text(), ...pick(marks)) : { type: 'hardBreak' }))
  const block = (depth: number): JSONContent => {
    const kind = random(depth > 2 ? 2 : 6)
    const inner = () => Array.from({ length: 1 + random(3) }, () => block(depth + 1))
    const items = () => Array.from({ length: 1 + random(3) }, () => ({ type: 'listItem', content: [{ type: 'paragraph', content: inline() }, ...(random(3) ? [] : inner())] }))
    if (kind === 1) return { type: 'heading', attrs: { level: 1 + random(6) }, content: inline() }
    if (kind === 2) return { type: 'blockquote', content: inner() }
    if (kind === 3) return { type: 'bulletList', content: items() }
    if (kind === 4) return { type: 'orderedList', attrs: { start: 1 + random(3) }, content: items() }
    if (kind === 5) return { type: 'codeBlock', content: [plain(text())] }
    return { type: 'paragraph', content: inline() }
  }
  for (let i = 0; i < 800; i++) {
    // What is read has no spaces at edges and no empty blocks; from there on nothing may change.
    const markdown = writeMarkdown(readMarkdown(writeMarkdown({ type: 'doc', content: Array.from({ length: 1 + random(4) }, () => block(0)) })))
    const doc = readMarkdown(markdown)
    expect(() => schema.nodeFromJSON(doc).check()).not.toThrow()
    expect(writeMarkdown(doc)).toBe(markdown)
  }
})

test('Text survives being written: every letter of it', { timeout: 60_000 }, () => {
  let seed = 7
  const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below
  const letters = [...'ab 1.#*_<>&`[]()!-+~\\:|=^"\'😀é。;lt/']
  for (let i = 0; i < 3000; i++) {
    const text = Array.from({ length: 1 + random(12) }, () => letters[random(letters.length)]).join('').trim()
    if (!text) continue
    const doc = paragraph(plain(text))
    expect(normal(readMarkdown(writeMarkdown(doc)))).toEqual(normal(doc))
  }
})
