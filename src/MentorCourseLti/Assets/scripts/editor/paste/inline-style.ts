/**
 * Puts style attributes out of the browser's sight: the pages' policy applies to a parsed paste too, so that
 * `element.style` stays empty there, with a complaint in the console for every one of them.
 */
export function inlineStyle(html: string): string {
  return html
    .replace(/<style[\s\S]*?<\/style>/gi, '')
    .replace(/<[a-z][^>]*>/gi, tag => tag.replace(/\sstyle\s*=/gi, ' data-style='))
}

/** One property of an element's own style, as it was written. */
export function styleOf(element: Element, property: string): string {
  const style = element.getAttribute('data-style') ?? ''
  return new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, 'i').exec(style)?.[1]?.trim().toLowerCase() ?? ''
}
