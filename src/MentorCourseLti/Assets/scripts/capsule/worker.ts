// A session can be logged where there is no connection: the page of it that was opened, or listed, before is served from what this
// browser kept. Pages put themselves and what they need into the caches (see page.ts); this only answers from them.
const worker = self as unknown as ServiceWorkerGlobalScope

worker.addEventListener('install', () => void worker.skipWaiting())
worker.addEventListener('activate', event => event.waitUntil(worker.clients.claim()))

worker.addEventListener('fetch', event => {
  const { request } = event
  if (request.method !== 'GET') return
  const { pathname } = new URL(request.url)
  if (request.mode === 'navigate' && /^\/s\/[^/]+\/sessions\/[^/]+\/log$/.test(pathname)) event.respondWith(fromNetworkFirst(request))
  // The names of these files change with what is in them.
  else if (pathname.startsWith('/dist/')) event.respondWith(fromCacheFirst(request))
})

async function fromNetworkFirst(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(request.url)
    if (kept) return kept
    throw error
  }
}

async function fromCacheFirst(request: Request): Promise<Response> {
  return (await caches.match(request.url)) ?? fetch(request)
}

export {}
