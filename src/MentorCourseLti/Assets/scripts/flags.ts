import { announce } from './announce'
import { ask } from './post'

const every = 20_000

/** Wherever whoever looks after mentors is: an entry that somebody should know about shows in the bar within seconds. */
export async function watchFlags(): Promise<void> {
  let shown: string | undefined
  while (true) {
    // Nobody reads a page in the background.
    if (!document.hidden) {
      const flags = await ask<Flags>(`${location.pathname.split('/').slice(0, 3).join('/')}/flags`)
      // The visit is over: the next page says so.
      if (flags === 'over') return
      if (flags && flags.says !== shown) {
        show(flags)
        if (shown !== undefined && flags.says) announce(flags.says)
        shown = flags.says
      }
    }
    await new Promise(resolve => window.setTimeout(resolve, every))
  }
}

interface Flags {
  says: string
  at: string
}

function show({ says, at }: Flags): void {
  document.querySelector('[data-flags]')?.remove()
  if (!says) return
  const link = document.createElement('a')
  link.dataset.flags = ''
  link.className = 'chip'
  link.dataset.state = 'late'
  link.href = at
  link.textContent = says
  document.querySelector('.bar-where')?.after(link)
}
