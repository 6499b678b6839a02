import type { JSONContent } from '@tiptap/core'
import type { BlockContent, Heading, ListItem, PhrasingContent, RootContent } from 'mdast'
import { toMarkdown } from 'mdast-util-to-markdown'
import { writePhrases } from './phrases'

/** Writes a document as CommonMark; reading it again gives the same document. */
export function writeMarkdown(doc: JSONContent): string {
  const children = (doc.content ?? []).flatMap(writeBlock)
  return toMarkdown({ type: 'root', children }, { bullet: '-', emphasis: '*', rule: '-', listItemIndent: 'one' }).trimEnd()
}

function writeBlock(node: JSONContent): RootContent[] {
  const content = node.content ?? []
  switch (node.type) {
    case 'paragraph':
      // Markdown has no empty paragraph.
      return nonEmpty(writePhrases(content), children => ({ type: 'paragraph', children }))
    case 'heading':
      return nonEmpty(writePhrases(content.map(breakAsSpace)), children => ({ type: 'heading', depth: depth(node), children }))
    case 'blockquote':
      return [{ type: 'blockquote', children: writeBlocks(content) }]
    case 'bulletList':
      return [{ type: 'list', ordered: false, spread: isSpread(content), children: content.map(writeItem) }]
    case 'orderedList':
      return [{ type: 'list', ordered: true, start: node.attrs?.start ?? 1, spread: isSpread(content), children: content.map(writeItem) }]
    case 'codeBlock':
      return [{ type: 'code', lang: node.attrs?.language ?? null, value: content.map(({ text }) => text ?? '').join('') }]
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }]
    default:
      return []
  }
}

const writeBlocks = (nodes: JSONContent[]) => nodes.flatMap(writeBlock) as BlockContent[]

const writeItem = (node: JSONContent): ListItem => ({ type: 'listItem', spread: false, children: writeBlocks(node.content ?? []) })

/** Items of several paragraphs need blank lines between them; a list in an item does not. */
const isSpread = (items: JSONContent[]) =>
  items.some(({ content = [] }) => content.filter(({ type }) => type !== 'bulletList' && type !== 'orderedList').length > 1)

function nonEmpty(phrases: PhrasingContent[], make: (phrases: PhrasingContent[]) => RootContent): RootContent[] {
  return phrases.length ? [make(phrases)] : []
}

const depth = (node: JSONContent) => Math.min(6, Math.max(1, node.attrs?.level ?? 2)) as Heading['depth']

const breakAsSpace = (node: JSONContent): JSONContent => (node.type === 'hardBreak' ? { type: 'text', text: ' ' } : node)
