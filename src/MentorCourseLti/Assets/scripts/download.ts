import { announce } from './announce'
import { ask } from './post'

const every = 1000

// The server needs a moment to begin.
const patience = 5

interface Progress {
  running: boolean
  done: number
  all: number
  says: string
}

/** A download leaves the page where it is, and its size is known to nobody. The page says how far the server has come, until it is done or broke off. */
export function showDownload(section: HTMLElement): void {
  let isWatched = false
  const watch = async (begins: boolean) => {
    if (isWatched) return
    isWatched = true
    await follow(section, begins)
    isWatched = false
  }
  section.querySelector('a[download]')?.addEventListener('click', () => void watch(true))
  if (section.dataset.running) void watch(false)
}

async function follow(section: HTMLElement, begins: boolean): Promise<void> {
  const look = () => ask<Progress>(section.dataset.download!)
  const before = begins ? await look() : undefined
  for (let looks = 0; ; looks++) {
    await new Promise(resolve => window.setTimeout(resolve, every))
    const now = await look()
    if (now === 'over') return
    if (!now) continue
    show(section, now)
    if (now.running) continue
    // What the server says may still be of the download before this one.
    const isNews = !begins || !before || before === 'over' || before.running || before.says !== now.says
    if (isNews || looks >= patience) {
      announce(now.says)
      return
    }
  }
}

function show(section: HTMLElement, { running, done, all, says }: Progress): void {
  const bar = section.querySelector('progress')
  if (bar) {
    bar.hidden = !running
    bar.max = Math.max(1, all)
    bar.value = done
  }
  const words = section.querySelector('[data-says]')
  if (words && words.textContent !== says) words.textContent = says
}
