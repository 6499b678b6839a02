import { Editor } from '@tiptap/core'
import { UndoRedo } from '@tiptap/extensions'
import { readMarkdown } from './markdown/read'
import { markdownExtensions } from './markdown/schema'
import { writeMarkdown } from './markdown/write'
import { cleanPaste } from './paste/clean'
import { keepInStep } from './sync'
import { textsOf } from './texts'
import { makeToolbar } from './toolbar'

/** Puts the editor in the place of a textarea, which keeps the text as Markdown at every change and is what the form sends. */
export function enhance(textarea: HTMLTextAreaElement): Editor {
  const frame = document.createElement('div')
  frame.className = 'editor'
  const id = `${textarea.id || textarea.name}-editor`
  const hadFocus = document.activeElement === textarea
  const caretAtEnd = textarea.selectionStart === textarea.value.length

  const sync = keepInStep(() => {
    textarea.value = writeMarkdown(editor.getJSON())
    textarea.dispatchEvent(new Event('input', { bubbles: true }))
  })
  const editor = new Editor({
    element: frame,
    extensions: [...markdownExtensions, UndoRedo],
    content: readMarkdown(textarea.value),
    // The pages' policy forbids <style>; what it would hold is in prosemirror.css.
    injectCSS: false,
    editorProps: {
      attributes: { id, class: 'editor-text written', role: 'textbox', 'aria-multiline': 'true', ...naming(textarea) },
      transformPastedHTML: cleanPaste,
    },
    // Signs of Markdown in a pasted text are that text; only addresses become links.
    enablePasteRules: ['link'],
    onUpdate: () => {
      markEmpty(editor)
      sync.changed()
    },
  })
  markEmpty(editor)
  frame.prepend(makeToolbar(editor, textsOf(textarea), id))

  textarea.replaceWith(frame)
  frame.append(textarea)
  textarea.hidden = true
  // A required field that cannot be focused would stop the form without a word; the server asks for the text anyway.
  textarea.required = false

  textarea.addEventListener('replaced', () => {
    sync.forget()
    editor.commands.setContent(readMarkdown(textarea.value), { emitUpdate: false })
    markEmpty(editor)
  })
  if (hadFocus) editor.commands.focus(caretAtEnd ? 'end' : 'start')
  return editor
}

/** The textarea's own label, description and error belong to the editor now. */
function naming(textarea: HTMLTextAreaElement): Record<string, string> {
  const label = textarea.labels?.[0]
  if (label) label.id ||= `${textarea.id || textarea.name}-label`
  label?.addEventListener('click', () => document.getElementById(`${textarea.id || textarea.name}-editor`)?.focus())
  const named: Record<string, string> = label ? { 'aria-labelledby': label.id } : { 'aria-label': textarea.dataset.label ?? '' }
  for (const attribute of ['aria-describedby', 'aria-invalid', 'data-placeholder', 'lang', 'spellcheck']) {
    const value = textarea.getAttribute(attribute === 'data-placeholder' ? 'placeholder' : attribute)
    if (value) named[attribute] = value
  }
  return named
}

function markEmpty(editor: Editor): void {
  editor.view.dom.classList.toggle('is-empty', editor.isEmpty)
}
