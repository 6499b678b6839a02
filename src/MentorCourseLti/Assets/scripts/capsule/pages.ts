const prefix = 'capsule:'

/** Kept by its session, not by its visit: the newest takes the place of the one before, and an address of an earlier visit finds it. */
const keptAs = (path: string): string => path.replace(/^\/s\/[^/]+/, '')

/** Keeps the pages of sessions (`[data-capsule-page]` names them), so that they open without a connection, and what they are made of. */
export async function keepPages(member: string): Promise<void> {
  // Empty where a list has a session that is not kept.
  const pages = [...document.querySelectorAll<HTMLElement>('[data-capsule-page]')].map(element => element.dataset.capsulePage ?? '').filter(page => page !== '')
  if (document.querySelector('form[data-capsule]')) pages.push(location.pathname)
  if (pages.length === 0 || !('serviceWorker' in navigator)) return
  await whereAllowed(async () => {
    await navigator.serviceWorker.register('/capsule-worker.js')
    const cache = await caches.open(prefix + member)
    for (const page of pages) await keepPage(cache, page)
    await keepAssets(cache)
  })
}

/** A session that was told is not told again. */
export const forgetPage = (member: string, path: string): Promise<void> =>
  whereAllowed(async () => void (await (await caches.open(prefix + member)).delete(path)))

/** On a shared computer the next person finds no pages of the one before. What waits to be sent stays until it is. */
export const forgetPagesOfOthers = (member: string): Promise<void> =>
  whereAllowed(async () => {
    for (const name of await caches.keys()) if (name.startsWith(prefix) && name !== prefix + member) await caches.delete(name)
  })

async function keepPage(cache: Cache, path: string): Promise<void> {
  const page = await fetch(path, { headers: { Accept: 'text/html' } })
  // One that leads elsewhere was told already. One that fails now stays as it was kept.
  if (page.redirected) await cache.delete(keptAs(path))
  else if (page.ok) await cache.put(keptAs(path), page)
}

async function keepAssets(cache: Cache): Promise<void> {
  const loaded = performance.getEntriesByType('resource').map(entry => entry.name).filter(name => new URL(name).pathname.startsWith('/dist/'))
  for (const url of new Set(loaded)) if (!(await cache.match(url))) await cache.add(url)
}

/** A browser may keep nothing for us, and a connection may drop meanwhile: everything goes on without, and what was kept before stays. */
async function whereAllowed(work: () => Promise<void>): Promise<void> {
  try {
    if ('caches' in window) await work()
  } catch {
    return
  }
}
