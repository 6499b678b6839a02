import type { JSONContent } from '@tiptap/core'
import type { PhrasingContent } from 'mdast'

/** From the outside in: a link holds bold, bold holds italic; code holds nothing. */
const nesting = ['link', 'bold', 'italic', 'code']

interface Run {
  text: string
  marks: Mark[]
}

interface Mark {
  type: string
  href?: string
}

const lineBreak = '\n'

/** ProseMirror's flat runs with marks become the nested phrases of Markdown. */
export function writePhrases(nodes: JSONContent[]): PhrasingContent[] {
  return nest(trim(splitSpaces(nodes.map(toRun))))
}

function toRun(node: JSONContent): Run {
  if (node.type === 'hardBreak') return { text: lineBreak, marks: [] }
  const marks = (node.marks ?? [])
    .filter(({ type }) => nesting.includes(type))
    .map(({ type, attrs }) => (type === 'link' ? { type, href: String(attrs?.href ?? '') } : { type }))
    .sort((a, b) => nesting.indexOf(a.type) - nesting.indexOf(b.type))
  return { text: node.text ?? '', marks }
}

/** `**bold **text` would not be bold: spaces at a mark's edge, and line breaks, stand outside of it. */
function splitSpaces(runs: Run[]): Run[] {
  return runs.flatMap((run, i) => {
    if (!run.marks.length || run.marks.some(({ type }) => type === 'code') || run.text === lineBreak) return [run]
    const [, before = '', text = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(run.text) ?? []
    return [
      { text: before, marks: shared(run, runs[i - 1]) },
      { text, marks: run.marks },
      { text: after, marks: shared(run, runs[i + 1]) },
    ].filter(part => part.text)
  })
}

const shared = (run: Run, other: Run | undefined): Mark[] => run.marks.filter(mark => other?.marks.some(theirs => same(mark, theirs)))

const same = (a: Mark, b: Mark | undefined) => a.type === b?.type && a.href === b.href

/** Spaces at the edges of lines mean nothing in Markdown; written out they would have to be escaped. */
function trim(runs: Run[]): Run[] {
  const isBreak = (run: Run | undefined) => !run || run.text === lineBreak
  const trimmed = runs
    .map((run, i) => {
      if (isBreak(run) || run.marks.some(({ type }) => type === 'code')) return run
      let { text } = run
      if (isBreak(runs[i - 1])) text = text.replace(/^[ \t]+/, '')
      if (isBreak(runs[i + 1])) text = text.replace(/[ \t]+$/, '')
      return { ...run, text }
    })
    .filter(run => run.text)
  while (trimmed[0]?.text === lineBreak) trimmed.shift()
  while (trimmed.at(-1)?.text === lineBreak) trimmed.pop()
  // Two line ends in a row would end the paragraph.
  return trimmed.filter((run, i) => run.text !== lineBreak || trimmed[i - 1]?.text !== lineBreak)
}

function nest(runs: Run[], depth = 0): PhrasingContent[] {
  const phrases: PhrasingContent[] = []
  for (let i = 0; i < runs.length; ) {
    const run = runs[i]!
    const mark = run.marks[depth]
    if (!mark || mark.type === 'code') {
      phrases.push(leaf(run))
      i++
      continue
    }
    let end = i + 1
    while (end < runs.length && same(mark, runs[end]!.marks[depth])) end++
    phrases.push(wrap(mark, nest(runs.slice(i, end), depth + 1)))
    i = end
  }
  return phrases
}

function leaf(run: Run): PhrasingContent {
  if (run.text === lineBreak) return { type: 'break' }
  return run.marks.some(({ type }) => type === 'code') ? { type: 'inlineCode', value: run.text } : { type: 'text', value: run.text }
}

function wrap(mark: Mark, children: PhrasingContent[]): PhrasingContent {
  if (mark.type === 'link') return { type: 'link', url: mark.href ?? '', children }
  return { type: mark.type === 'bold' ? 'strong' : 'emphasis', children }
}
