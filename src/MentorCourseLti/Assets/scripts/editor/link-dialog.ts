import type { Editor } from '@tiptap/core'
import { showNear } from '../dialog'
import { completeLink } from './link'
import type { EditorTexts } from './texts'

/** Asks for an address in a dialog of the page; `prompt()` is blocked in frames of other sites. */
export async function askForLink(editor: Editor, texts: EditorTexts): Promise<void> {
  editor.chain().focus().extendMarkRange('link').run()
  const current = String(editor.getAttributes('link').href ?? '')
  const answer = await ask(current, texts, editor.view.coordsAtPos(editor.state.selection.from).top)
  if (answer === undefined) return void editor.commands.focus()
  if (answer === '') return void editor.chain().focus().unsetLink().run()
  if (!editor.state.selection.empty) return void editor.chain().focus().setLink(answer).run()
  editor.chain().focus().insertContent({ type: 'text', text: answer.replace(/^mailto:/, ''), marks: [{ type: 'link', attrs: { href: answer } }] }).run()
}

/** The chosen address, nothing to take the link away, undefined to leave all as it was. */
function ask(current: string, texts: EditorTexts, top: number): Promise<string | undefined> {
  const dialog = document.createElement('dialog')
  const form = document.createElement('form')
  form.method = 'dialog'
  form.noValidate = true

  const field = document.createElement('div')
  field.className = 'field'
  const label = document.createElement('label')
  label.htmlFor = 'link-address'
  label.id = 'link-label'
  label.textContent = texts.address
  const input = document.createElement('input')
  input.id = label.htmlFor
  input.type = 'text'
  input.inputMode = 'url'
  input.autocomplete = 'off'
  input.value = current
  input.setAttribute('aria-describedby', 'link-hint')
  const hint = document.createElement('p')
  hint.id = 'link-hint'
  hint.className = 'hint'
  hint.textContent = texts.addressHint
  field.append(label, hint, input)
  dialog.setAttribute('aria-labelledby', label.id)

  const buttons = document.createElement('div')
  buttons.className = 'buttons'
  if (current) buttons.append(makeButton(texts.removeLink, 'remove'))
  buttons.append(makeButton(texts.cancel, 'cancel'), makeButton(texts.setLink, 'set', 'button primary'))
  form.append(field, buttons)
  dialog.append(form)
  document.body.append(dialog)

  form.addEventListener('submit', event => {
    const wanted = (event.submitter as HTMLButtonElement | null)?.value
    if (wanted !== 'set' || completeLink(input.value)) return
    event.preventDefault()
    input.setAttribute('aria-invalid', 'true')
    hint.className = 'error'
    hint.setAttribute('role', 'alert')
    hint.textContent = texts.addressWrong
    input.focus()
  })
  // Enter in the field means the main button, not the first one.
  input.addEventListener('keydown', event => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    form.requestSubmit(form.querySelector<HTMLButtonElement>('[value="set"]'))
  })

  showNear(dialog, top)
  input.select()
  return new Promise(resolve => {
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'remove' ? '' : dialog.returnValue === 'set' ? completeLink(input.value) : undefined)
    })
  })
}

function makeButton(words: string, value: string, look = 'button'): HTMLButtonElement {
  const button = document.createElement('button')
  button.value = value
  button.className = look
  button.textContent = words
  return button
}
