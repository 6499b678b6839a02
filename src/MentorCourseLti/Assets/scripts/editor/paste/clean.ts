import { isSafeLink } from '../link'
import { inlineStyle, styleOf } from './inline-style'
import { gatherWordLists } from './word-lists'

/** What a paste may bring; everything else leaves its words behind and goes. */
const kept = new Set('P,BR,H1,H2,H3,H4,H5,H6,UL,OL,LI,BLOCKQUOTE,PRE,CODE,HR,STRONG,EM,A'.split(','))
const worthless = 'script,style,meta,link,title,head,iframe,object,embed,svg,img,picture,video,audio,canvas,input,button,select,textarea,template,noscript,xml,del'
const blocks = new Set('P,DIV,H1,H2,H3,H4,H5,H6,UL,OL,LI,BLOCKQUOTE,PRE,HR,TABLE,TR,SECTION,ARTICLE,DL,DT,DD'.split(','))

/** Keeps the structure of what comes from Word, Google Docs or a web page, and nothing of its looks. */
export function cleanPaste(html: string): string {
  const page = new DOMParser().parseFromString(inlineStyle(html), 'text/html')
  removeComments(page)
  page.querySelectorAll(worthless).forEach(element => element.remove())
  gatherWordLists(page.body)
  for (const element of [...page.body.querySelectorAll('*')]) clean(element)
  return page.body.innerHTML
}

/** Word hides its markers in conditional comments. */
function removeComments(page: Document): void {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  for (const comment of comments) comment.parentNode?.removeChild(comment)
}

function clean(element: Element): void {
  const strength = emphasis(element)
  let cleaned = rename(element)
  const href = element.getAttribute('href') ?? ''
  for (const { name } of [...cleaned.attributes]) if (!(cleaned.tagName === 'OL' && name === 'start')) cleaned.removeAttribute(name)

  if (cleaned.tagName === 'A' && isSafeLink(href)) cleaned.setAttribute('href', href.trim())
  else if (cleaned.tagName === 'A' || !kept.has(cleaned.tagName)) return unwrap(cleaned, strength)
  if (!/^H\d$/.test(cleaned.tagName)) wrapContent(cleaned, strength)
}

/** What the styles say of a text: Google Docs has no other way, and wraps all of a paste in a <b> that is not bold. */
function emphasis(element: Element): string[] {
  const weight = styleOf(element, 'font-weight')
  const slant = styleOf(element, 'font-style')
  const bold = weight ? weight === 'bold' || Number(weight) >= 600 : /^(B|STRONG)$/.test(element.tagName)
  const italic = slant ? slant === 'italic' : /^(I|EM)$/.test(element.tagName)
  return [...(bold ? ['strong'] : []), ...(italic ? ['em'] : [])]
}

function rename(element: Element): Element {
  const isWordTitle = element.tagName === 'P' && /MsoTitle/.test(element.className)
  const wanted = isWordTitle ? 'h1' : /^(B|STRONG|I|EM)$/.test(element.tagName) ? 'span' : /^(TR|DT|DD|DIV)$/.test(element.tagName) ? paragraphFor(element) : ''
  if (!wanted) return element
  const renamed = element.ownerDocument.createElement(wanted)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
  return renamed
}

/** A block of bare text is a paragraph; a block of blocks is nothing. */
function paragraphFor(element: Element): string {
  if (element.tagName === 'TR') [...element.children].slice(1).forEach(cell => cell.prepend(' '))
  return [...element.querySelectorAll('*')].some(inner => blocks.has(inner.tagName)) ? 'span' : 'p'
}

function unwrap(element: Element, strength: string[]): void {
  const hasBlocks = [...element.querySelectorAll('*')].some(inner => blocks.has(inner.tagName))
  if (!hasBlocks) wrapContent(element, strength)
  element.replaceWith(...element.childNodes)
}

function wrapContent(element: Element, strength: string[]): void {
  if (!element.textContent?.trim()) return
  for (const tag of strength) {
    const wrapper = element.ownerDocument.createElement(tag)
    wrapper.append(...element.childNodes)
    element.append(wrapper)
  }
}
