/** While something is pending (`[data-reload-every="2"]` in main) the page looks again, and leaves the focus where it was. */
export function reloadWhilePending(): void {
  const seconds = pendingSeconds()
  if (seconds) window.setTimeout(() => void reload(), seconds * 1000)
}

const pendingSeconds = () => Number(document.querySelector<HTMLElement>('[data-reload-every]')?.dataset.reloadEvery ?? 0)

async function reload(): Promise<void> {
  try {
    // A person who is choosing or writing is not to be interrupted.
    if (!document.hidden && !isWriting()) await replaceMain()
  } catch {
    // The next look may succeed.
  }
  reloadWhilePending()
}

function isWriting(): boolean {
  return document.querySelector('dialog[open]') !== null || (document.activeElement?.matches('#main :is(input, textarea, select)') ?? false)
}

async function replaceMain(): Promise<void> {
  const response = await fetch(location.href, { headers: { Accept: 'text/html' }, redirect: 'error' })
  if (!response.ok) return
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('main')
  const main = document.querySelector('main')
  if (!fresh || !main || fresh.innerHTML === main.innerHTML) return

  const focused = main.contains(document.activeElement) ? document.activeElement : null
  const opened = [...main.querySelectorAll('details')].map(details => details.open)
  const place = focused ? [...main.querySelectorAll('a, button, summary')].indexOf(focused) : -1
  main.replaceWith(fresh)
  fresh.querySelectorAll('details').forEach((details, i) => (details.open = opened[i] ?? details.open))
  const again = focused?.id ? document.getElementById(focused.id) : fresh.querySelectorAll<HTMLElement>('a, button, summary')[place]
  again?.focus({ preventScroll: true })
}
