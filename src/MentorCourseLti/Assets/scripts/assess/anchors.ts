// A passage is named by its own words and by which of their occurrences it is: that outlives a change of the markup around them.

interface Letter {
  node: Text
  at: number
}

export interface ReadText {
  /** As it is read: each run of white space is one space. */
  text: string
  letters: Letter[]
}

export interface Passage {
  quote: string
  nth: number
}

export function readText(container: Element): ReadText {
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT)
  let text = ''
  const letters: Letter[] = []
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    for (let at = 0; at < node.data.length; at++) {
      const isSpace = /\s/.test(node.data[at]!)
      if (isSpace && (text === '' || text.endsWith(' '))) continue
      text += isSpace ? ' ' : node.data[at]
      letters.push({ node, at })
    }
  }
  return { text, letters }
}

/** What a person selected inside; undefined where that is nothing, or reaches outside. */
export function passageOf(container: Element, selection: Range): Passage | undefined {
  if (!container.contains(selection.startContainer) || !container.contains(selection.endContainer)) return undefined
  const { text, letters } = readText(container)
  const inside = letters.map(({ node, at }) => selection.comparePoint(node, at) === 0 && selection.comparePoint(node, at + 1) === 0)
  const [first, last] = [inside.indexOf(true), inside.lastIndexOf(true)]
  if (first < 0) return undefined
  const raw = text.slice(first, last + 1)
  const quote = raw.trim()
  if (!quote) return undefined
  const start = first + raw.indexOf(quote)
  return { quote, nth: occurrences(text, quote).indexOf(start) }
}

/** Where a passage stands; undefined where its words are not there. */
export function rangeOf(container: Element, { quote, nth }: Passage): Range | undefined {
  const { text, letters } = readText(container)
  const start = occurrences(text, quote)[nth]
  if (start === undefined) return undefined
  const [from, to] = [letters[start]!, letters[start + quote.length - 1]!]
  const range = document.createRange()
  range.setStart(from.node, from.at)
  range.setEnd(to.node, to.at + 1)
  return range
}

function occurrences(text: string, quote: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) found.push(at)
  return found
}
