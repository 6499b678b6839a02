import { InputRule, Mark, PasteRule, mergeAttributes } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    link: {
      setLink: (href: string) => ReturnType
      unsetLink: () => ReturnType
    }
  }
}

/** Nothing but the web and mail: no script, no data, no address inside this tool. */
export const isSafeLink = (href: string) => /^(https?:\/\/|mailto:)\S+$/i.test(href.trim())

/** What a person types as an address: `example.org` is meant for the web, `amber@example.org` for the post. */
export function completeLink(typed: string): string | undefined {
  const address = typed.trim()
  if (isSafeLink(address)) return address
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(address)) return `mailto:${address}`
  if (/^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(address)) return `https://${address}`
  return undefined
}

const address = 'https?:\\/\\/[^\\s<>"]*[^\\s<>".,;:!?)\\]]'

/** A link to http(s) or mailto; addresses become links when typed or pasted. */
export const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  exitable: true,

  addAttributes: () => ({ href: { default: '' } }),

  parseHTML: () => [{ tag: 'a[href]', getAttrs: element => (isSafeLink(element.getAttribute('href') ?? '') ? null : false) }],

  renderHTML: ({ HTMLAttributes }) => ['a', mergeAttributes(HTMLAttributes, { rel: 'noopener noreferrer nofollow' }), 0],

  addCommands() {
    return {
      setLink:
        href =>
        ({ chain }) =>
          isSafeLink(href) && chain().setMark(this.name, { href }).run(),
      unsetLink:
        () =>
        ({ chain }) =>
          chain().unsetMark(this.name, { extendEmptyMarkRange: true }).run(),
    }
  },

  addInputRules() {
    return [
      new InputRule({
        find: new RegExp(`(?:^|\\s)(${address})([.,;:!?)]*\\s)$`),
        handler: ({ state, range, match }) => {
          const [whole, href = '', end = ''] = match
          const from = range.from + whole.length - href.length - end.length
          if (state.doc.rangeHasMark(from, range.to, this.type)) return null
          state.tr.addMark(from, from + href.length, this.type.create({ href })).removeStoredMark(this.type)
        },
      }),
    ]
  },

  addPasteRules() {
    return [
      new PasteRule({
        find: new RegExp(`(?<![\\w/(\\["'])${address}`, 'g'),
        handler: ({ state, range, match }) => {
          if (state.doc.rangeHasMark(range.from, range.to, this.type)) return
          state.tr.addMark(range.from, range.to, this.type.create({ href: match[0] }))
        },
      }),
    ]
  },

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          // An address pasted over chosen words makes these words the link.
          handlePaste: (view, event) => {
            const pasted = event.clipboardData?.getData('text/plain').trim() ?? ''
            if (view.state.selection.empty || !isSafeLink(pasted)) return false
            return this.editor.commands.setLink(pasted)
          },
        },
      }),
    ]
  },
})
