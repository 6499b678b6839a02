import type { Editor } from '@tiptap/core'
import { icon, type IconName } from './icons'
import { askForLink } from './link-dialog'
import type { EditorTexts } from './texts'

interface Tool {
  name: IconName
  keys?: string
  use: (editor: Editor) => void
  /** A tool without this is pressed never: undo, redo. */
  isOn?: (editor: Editor) => boolean
  can?: (editor: Editor) => boolean
}

const tools = (texts: EditorTexts): Tool[][] => [
  [
    { name: 'bold', keys: 'Control+B', use: e => e.chain().focus().toggleBold().run(), isOn: e => e.isActive('bold') },
    { name: 'italic', keys: 'Control+I', use: e => e.chain().focus().toggleItalic().run(), isOn: e => e.isActive('italic') },
    { name: 'link', use: e => void askForLink(e, texts), isOn: e => e.isActive('link') },
  ],
  [
    { name: 'heading', use: e => toggleHeading(e), isOn: e => e.isActive('heading') },
    { name: 'bullets', use: e => e.chain().focus().toggleBulletList().run(), isOn: e => e.isActive('bulletList') },
    { name: 'numbers', use: e => e.chain().focus().toggleOrderedList().run(), isOn: e => e.isActive('orderedList') },
    { name: 'quote', use: e => e.chain().focus().toggleBlockquote().run(), isOn: e => e.isActive('blockquote') },
  ],
  [
    { name: 'undo', keys: 'Control+Z', use: e => e.chain().focus().undo().run(), can: e => e.can().undo() },
    { name: 'redo', keys: 'Control+Shift+Z', use: e => e.chain().focus().redo().run(), can: e => e.can().redo() },
  ],
]

function toggleHeading(editor: Editor): void {
  if (editor.isActive('heading')) editor.chain().focus().setParagraph().run()
  else editor.chain().focus().toggleHeading({ level: 2 }).run()
}

/** One tab stop, arrows inside: the toolbar pattern of the ARIA practices. */
export function makeToolbar(editor: Editor, texts: EditorTexts, controls: string): HTMLElement {
  const bar = document.createElement('div')
  bar.className = 'editor-tools'
  bar.setAttribute('role', 'toolbar')
  bar.setAttribute('aria-label', texts.tools)
  bar.setAttribute('aria-controls', controls)

  const buttons = tools(texts).flatMap((group, i) => {
    if (i) bar.append(separator())
    return group.map(tool => {
      const button = makeButton(tool, texts, editor)
      bar.append(button)
      return { tool, button }
    })
  })

  const rove = (to: HTMLButtonElement) => {
    for (const { button } of buttons) button.tabIndex = button === to ? 0 : -1
  }
  rove(buttons[0]!.button)
  bar.addEventListener('focusin', event => rove(event.target as HTMLButtonElement))
  bar.addEventListener('keydown', event => {
    const at = buttons.findIndex(({ button }) => button === event.target)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    buttons.at(to % buttons.length)!.button.focus()
  })

  const refresh = () => {
    for (const { tool, button } of buttons) {
      if (tool.isOn) button.setAttribute('aria-pressed', String(tool.isOn(editor)))
      if (tool.can) button.setAttribute('aria-disabled', String(!tool.can(editor)))
    }
  }
  editor.on('transaction', refresh)
  refresh()
  return bar
}

function makeButton(tool: Tool, texts: EditorTexts, editor: Editor): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.title = texts[tool.name]
  button.setAttribute('aria-label', texts[tool.name])
  if (tool.keys) button.setAttribute('aria-keyshortcuts', tool.keys)
  button.append(icon(tool.name))
  button.addEventListener('click', () => {
    if (!tool.can || tool.can(editor)) tool.use(editor)
  })
  return button
}

function separator(): HTMLElement {
  const line = document.createElement('span')
  line.setAttribute('role', 'separator')
  line.setAttribute('aria-orientation', 'vertical')
  return line
}
