const prefix = 'capsule:'

/** Keeps the pages of sessions (`[data-capsule-page]` names them), so that they open without a connection, and what they are made of. */
export async function keepPages(member: string): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return
  const pages = [...document.querySelectorAll<HTMLElement>('[data-capsule-page]')].map(element => element.dataset.capsulePage ?? '')
  if (document.querySelector('form[data-capsule]')) pages.push(location.pathname)
  if (pages.length === 0) return
  try {
    await navigator.serviceWorker.register('/capsule-worker.js')
    const cache = await caches.open(prefix + member)
    for (const page of pages) await keepPage(cache, page)
    await keepAssets(cache)
  } catch {
    // No connection, or a browser that keeps nothing for us: what it has kept before stays.
  }
}

/** On a shared computer the next person finds no pages of the one before. What waits to be sent stays until it is. */
export async function forgetPagesOfOthers(member: string): Promise<void> {
  if (!('caches' in window)) return
  for (const name of await caches.keys()) if (name.startsWith(prefix) && name !== prefix + member) await caches.delete(name)
}

async function keepPage(cache: Cache, path: string): Promise<void> {
  const page = await fetch(path, { headers: { Accept: 'text/html' } })
  // One that leads elsewhere was told already.
  if (page.ok && !page.redirected) await cache.put(path, page)
  else await cache.delete(path)
}

async function keepAssets(cache: Cache): Promise<void> {
  const loaded = performance.getEntriesByType('resource').map(entry => entry.name).filter(name => new URL(name).pathname.startsWith('/dist/'))
  for (const url of new Set(loaded)) if (!(await cache.match(url))) await cache.add(url)
}
