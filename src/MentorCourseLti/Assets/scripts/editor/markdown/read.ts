import type { JSONContent } from '@tiptap/core'
import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { isSafeLink } from '../link'

type Marks = NonNullable<JSONContent['marks']>

/**
 * Constructs that stay plain text here: raw HTML is shown, never run; pictures and reference definitions have no place
 * in the editor and would be lost; an indented first line is a habit of writers, not code.
 */
const leaveAsText = { disable: { null: ['htmlFlow', 'htmlText', 'labelStartImage', 'definition', 'codeIndented'] } }

export function readMarkdown(markdown: string): JSONContent {
  const tree = fromMarkdown(markdown, { extensions: [leaveAsText] })
  const content = tree.children.flatMap(readBlock)
  return { type: 'doc', content: content.length ? content : [{ type: 'paragraph' }] }
}

function readBlock(node: RootContent): JSONContent[] {
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', content: readInline(node.children) }]
    case 'heading':
      return [{ type: 'heading', attrs: { level: node.depth }, content: readInline(node.children) }]
    case 'blockquote':
      return [{ type: 'blockquote', content: atLeastOneParagraph(node.children.flatMap(readBlock)) }]
    case 'list':
      return [
        {
          type: node.ordered ? 'orderedList' : 'bulletList',
          ...(node.ordered ? { attrs: { start: node.start ?? 1 } } : {}),
          content: node.children.map(item => ({ type: 'listItem', content: startWithParagraph(item.children.flatMap(readBlock)) })),
        },
      ]
    case 'code':
      return [{ type: 'codeBlock', attrs: { language: node.lang ?? null }, content: text(node.value, []) }]
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }]
    default:
      return [{ type: 'paragraph', content: readInline([node as PhrasingContent]) }]
  }
}

const atLeastOneParagraph = (blocks: JSONContent[]): JSONContent[] => (blocks.length ? blocks : [{ type: 'paragraph' }])

const startWithParagraph = (blocks: JSONContent[]): JSONContent[] =>
  blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks]

const readInline = (nodes: PhrasingContent[], marks: Marks = []): JSONContent[] => nodes.flatMap(node => readPhrase(node, marks))

function readPhrase(node: Nodes, marks: Marks): JSONContent[] {
  switch (node.type) {
    case 'text':
      return lines(node.value, marks)
    case 'break':
      return [{ type: 'hardBreak' }]
    case 'inlineCode':
      return text(node.value, [...marks, { type: 'code' }])
    case 'strong':
      return readInline(node.children, withMark(marks, { type: 'bold' }))
    case 'emphasis':
      return readInline(node.children, withMark(marks, { type: 'italic' }))
    case 'link':
      return readInline(node.children, isSafeLink(node.url) ? withMark(marks, { type: 'link', attrs: { href: node.url } }) : marks)
    default:
      return 'children' in node ? readInline(node.children as PhrasingContent[], marks) : []
  }
}

const withMark = (marks: Marks, mark: Marks[number]): Marks => (marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark])

/** A single line end was somebody's line end, in the textarea without script too; it stays one. */
const lines = (value: string, marks: Marks): JSONContent[] =>
  value.split('\n').flatMap((line, i) => [...(i ? [{ type: 'hardBreak' }] : []), ...text(line, marks)])

const text = (value: string, marks: Marks): JSONContent[] => (value ? [{ type: 'text', text: value, ...(marks.length ? { marks } : {}) }] : [])
