import { styleOf } from './inline-style'

/** Word's desktop programs paste a list as paragraphs that only say `mso-list:l0 level1 lfo1`; these become real lists. */
export function gatherWordLists(root: Element): void {
  const items = [...root.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')].filter(isListItem)
  let open: { list: Element; level: number }[] = []
  let previous: Element | undefined

  for (const item of items) {
    const level = levelOf(item)
    const tag = isNumbered(item) ? 'ol' : 'ul'
    const continues = previous !== undefined && item.previousElementSibling === previous
    if (!continues) open = []
    while (open.length && open.at(-1)!.level > level) open.pop()
    if (open.length && open.at(-1)!.level === level && open.at(-1)!.list.tagName.toLowerCase() !== tag) open.pop()

    if (!open.length || open.at(-1)!.level < level) {
      const list = root.ownerDocument.createElement(tag)
      const start = numberOf(item)
      if (tag === 'ol' && start > 1) list.setAttribute('start', String(start))
      const parent = open.at(-1)?.list.lastElementChild
      if (parent) parent.append(list)
      else item.before(list)
      open.push({ list, level })
    }

    removeMarker(item)
    const entry = root.ownerDocument.createElement('li')
    const paragraph = root.ownerDocument.createElement('p')
    paragraph.append(...item.childNodes)
    entry.append(paragraph)
    open.at(-1)!.list.append(entry)
    item.remove()
    previous = open[0]!.list
  }
}

const isListItem = (element: Element) => /^l\d+/.test(styleOf(element, 'mso-list'))

const levelOf = (item: Element) => Number(/level(\d+)/.exec(styleOf(item, 'mso-list'))?.[1] ?? 1)

/** The sign Word has drawn before the text: a dot, or `1.`, `a)`, `iv.` */
function markerOf(item: Element): Element | undefined {
  return [...item.querySelectorAll('span')].find(span => styleOf(span, 'mso-list') === 'ignore')
}

const isNumbered = (item: Element) => /^\s*\(?(\d+|[a-z]{1,2}|[ivxlcdm]+)[.)]/i.test(markerOf(item)?.textContent ?? '')

const numberOf = (item: Element) => Number(/\d+/.exec(markerOf(item)?.textContent ?? '')?.[0] ?? 1)

function removeMarker(item: Element): void {
  markerOf(item)?.remove()
}
