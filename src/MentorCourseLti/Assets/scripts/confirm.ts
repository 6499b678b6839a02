/** `<button data-confirm="sentence">` asks first; its own words are the way on, `data-cancel` the way back. */
export function askBeforeDanger(): void {
  document.addEventListener('click', event => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[data-confirm]')
    if (!button || button.dataset.confirmed !== undefined) return
    event.preventDefault()
    const sentence = button.dataset.confirm ?? ''
    void ask(sentence, button.textContent?.trim() || 'OK', button.dataset.cancel ?? 'Cancel', button.className).then(yes => {
      if (!yes) return
      button.dataset.confirmed = ''
      button.click()
      delete button.dataset.confirmed
    })
  })
}

function ask(sentence: string, yes: string, no: string, look: string): Promise<boolean> {
  const dialog = document.createElement('dialog')
  const words = document.createElement('p')
  words.id = 'confirm-words'
  words.textContent = sentence
  dialog.setAttribute('aria-labelledby', words.id)

  const form = document.createElement('form')
  form.method = 'dialog'
  form.className = 'buttons'
  form.append(choice(no, '', 'button'), choice(yes, 'yes', look || 'button primary'))
  dialog.append(words, form)
  document.body.append(dialog)
  dialog.showModal()

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
