// A session can be logged where there is no connection: the page of it that was opened, or listed, before is served from what this
// browser kept. Pages put themselves and what they need into the caches (see page.ts); this only answers from them.
const worker = self as unknown as ServiceWorkerGlobalScope

/** A line that hangs for longer is no connection. */
const patience = 5_000

worker.addEventListener('install', () => void worker.skipWaiting())
worker.addEventListener('activate', event => event.waitUntil(worker.clients.claim()))

worker.addEventListener('fetch', event => {
  const { request } = event
  if (request.method !== 'GET') return
  const { pathname } = new URL(request.url)
  // A page is kept by its session, whichever visit its address is of.
  const session = /^\/s\/[^/]+(\/sessions\/[^/]+\/log)$/.exec(pathname)?.[1]
  if (request.mode === 'navigate' && session) event.respondWith(fromNetworkFirst(request, session))
  // The names of these files change with what is in them.
  else if (pathname.startsWith('/dist/')) event.respondWith(fromCacheFirst(request))
})

async function fromNetworkFirst(request: Request, session: string): Promise<Response> {
  const kept = await caches.match(session)
  if (!kept) return fetch(request)
  const slow = new Promise<Response>(resolve => setTimeout(resolve, patience, kept))
  return Promise.race([fetch(request), slow]).catch(() => kept)
}

async function fromCacheFirst(request: Request): Promise<Response> {
  return (await caches.match(request.url)) ?? fetch(request)
}

export {}
