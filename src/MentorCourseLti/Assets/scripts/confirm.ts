import { showNear } from './dialog'

/** `<button data-confirm="sentence">` asks first; its own words are the way on, `data-cancel` the way back. */
export function askBeforeDanger(): void {
  document.addEventListener('click', event => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[data-confirm]')
    if (!button || button.dataset.confirmed !== undefined) return
    event.preventDefault()
    void ask(button).then(yes => {
      if (!yes) return
      button.dataset.confirmed = ''
      button.click()
      delete button.dataset.confirmed
    })
  })
}

function ask(button: HTMLButtonElement): Promise<boolean> {
  const dialog = document.createElement('dialog')
  const words = document.createElement('p')
  words.id = 'confirm-words'
  words.textContent = button.dataset.confirm ?? ''
  dialog.setAttribute('aria-labelledby', words.id)

  const form = document.createElement('form')
  form.method = 'dialog'
  form.className = 'buttons'
  form.append(choice(button.dataset.cancel ?? 'Cancel', '', 'button'), choice(button.textContent?.trim() ?? '', 'yes', button.className || 'button primary'))
  dialog.append(words, form)
  document.body.append(dialog)
  showNear(dialog, button.getBoundingClientRect().top)

  return new Promise(resolve => {
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'yes')
    })
  })
}

function choice(words: string, value: string, look: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.textContent = words
  button.value = value
  button.className = look
  return button
}
