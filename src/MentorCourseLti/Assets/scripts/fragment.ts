/**
 * `section[data-fragment]`: a part that takes longer than its page, and is fetched once that stands. Should it not arrive, the link in its heading is
 * there.
 */
export async function fillFragment(section: HTMLElement): Promise<void> {
  try {
    const response = await fetch(section.dataset.fragment!, { headers: { Accept: 'text/html' } })
    if (response.status !== 200 || response.redirected) return
    const part = new DOMParser().parseFromString(await response.text(), 'text/html')
    section.append(...[...part.body.childNodes].map(node => document.adoptNode(node)))
  } catch {
    // No connection: nothing is missed that the link does not lead to.
  }
}
