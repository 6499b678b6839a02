import { announce } from './announce'
import { tokenOf } from './post'

/** A section `data-files`: sends what was chosen one file after the other, shows how far each is, and takes the new list from the answer. */
export function attachFiles(section: HTMLElement): void {
  const form = section.closest('form')
  const address = section.dataset.files
  if (!form || !address) return
  const token = tokenOf(form)
  const desk = new Desk(section, `${address}&part=true`, token)
  desk.prepare()
  section.addEventListener('change', event => {
    const input = event.target
    if (input instanceof HTMLInputElement && input.files) void desk.send([...input.files])
  })
  section.addEventListener('click', event => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[name="remove"]')
    if (!button) return
    event.preventDefault()
    void desk.remove(button.value)
  })
  section.addEventListener('dragover', event => event.preventDefault())
  section.addEventListener('drop', event => {
    event.preventDefault()
    if (event.dataTransfer?.files.length) void desk.send([...event.dataTransfer.files])
  })
}

type Answer = { kind: 'list'; html: string; taken: boolean } | { kind: 'signed-out' } | { kind: 'too-large' } | { kind: 'failed' } | { kind: 'cancelled' }

class Desk {
  private busy = false

  constructor(
    private readonly section: HTMLElement,
    private readonly address: string,
    private readonly token: string,
  ) {}

  /** With script a chosen file goes at once, and several may be chosen. */
  prepare(): void {
    const input = this.section.querySelector<HTMLInputElement>('input[type="file"]')
    if (input) input.multiple = true
    const send = this.section.querySelector<HTMLElement>('[data-file-send]')
    if (send) send.hidden = true
  }

  async send(files: File[]): Promise<void> {
    if (this.busy) return
    this.busy = true
    for (const file of files) {
      if (file.size > Number(this.section.dataset.mostBytes)) {
        this.say('tooLarge')
        break
      }
      const body = new FormData()
      body.append('__RequestVerificationToken', this.token)
      body.append('File', file)
      this.showProgress(file.name)
      const answer = await this.post(body)
      if (!this.take(answer)) break
      announce((this.section.dataset.added ?? '').replace('{0}', file.name))
    }
    this.busy = false
    this.section.querySelector<HTMLInputElement>('input[type="file"]')?.focus()
  }

  async remove(id: string): Promise<void> {
    const body = new FormData()
    body.append('__RequestVerificationToken', this.token)
    body.append('remove', id)
    if (!this.take(await this.post(body))) return
    announce(this.section.dataset.removed ?? '')
    this.section.querySelector<HTMLElement>('input[type="file"]')?.focus()
  }

  /** Not fetch: only this tells how far an upload is. */
  private post(body: FormData): Promise<Answer> {
    return new Promise(resolve => {
      const request = new XMLHttpRequest()
      request.open('POST', this.address)
      request.upload.addEventListener('progress', event => this.progress(event))
      request.addEventListener('load', () => resolve(understand(request)))
      request.addEventListener('error', () => resolve({ kind: 'failed' }))
      request.addEventListener('abort', () => resolve({ kind: 'cancelled' }))
      this.section.querySelector('[data-file-cancel]')?.addEventListener('click', () => request.abort(), { once: true })
      request.send(body)
    })
  }

  /** False where it makes no sense to go on. */
  private take(answer: Answer): boolean {
    if (answer.kind === 'list') {
      this.section.innerHTML = answer.html
      this.prepare()
      return answer.taken
    }
    this.hideProgress()
    const input = this.section.querySelector<HTMLInputElement>('input[type="file"]')
    if (input) input.value = ''
    if (answer.kind === 'signed-out') this.say('signedOut')
    else if (answer.kind === 'too-large') this.say('tooLarge')
    else if (answer.kind === 'failed') this.say('failed')
    return false
  }

  private say(words: 'tooLarge' | 'failed' | 'signedOut'): void {
    const error = this.section.querySelector('#file-error')
    if (error) error.textContent = this.section.dataset[words] ?? ''
  }

  private showProgress(name: string): void {
    const words = this.section.querySelector('#file-progress-words')
    if (words) words.textContent = (this.section.dataset.sending ?? '').replace('{0}', name)
    const error = this.section.querySelector('#file-error')
    if (error) error.textContent = ''
    this.section.querySelector('[data-file-progress]')?.removeAttribute('hidden')
  }

  private hideProgress(): void {
    this.section.querySelector('[data-file-progress]')?.setAttribute('hidden', '')
  }

  private progress(event: ProgressEvent): void {
    const bar = this.section.querySelector('progress')
    if (bar && event.lengthComputable) bar.value = event.loaded / event.total
  }
}

/** The list comes back as our own server wrote it; anything else is a page about what went wrong. */
function understand(request: XMLHttpRequest): Answer {
  if ([401, 403, 404].includes(request.status)) return { kind: 'signed-out' }
  if (request.status === 413) return { kind: 'too-large' }
  if (request.status !== 200 || !request.responseText.includes('class="files"')) return { kind: 'failed' }
  const taken = new DOMParser().parseFromString(request.responseText, 'text/html').querySelector('#file-error')?.textContent?.trim() === ''
  return { kind: 'list', html: request.responseText, taken }
}
