const english = {
  tools: 'Text tools',
  bold: 'Bold',
  italic: 'Italic',
  heading: 'Heading',
  bullets: 'Bullet list',
  numbers: 'Numbered list',
  quote: 'Quote',
  link: 'Link',
  undo: 'Undo',
  redo: 'Redo',
  address: 'Address of the link',
  addressHint: 'For example https://example.org or a mail address',
  addressWrong: 'This is no web or mail address.',
  setLink: 'Set link',
  removeLink: 'Remove link',
  cancel: 'Cancel',
}

export type EditorTexts = typeof english

/** The page may bring the editor's words in its own language: `data-texts='{"bold":"Fett"}'`. */
export function textsOf(element: HTMLElement): EditorTexts {
  try {
    return { ...english, ...(JSON.parse(element.dataset.texts ?? '{}') as Partial<EditorTexts>) }
  } catch {
    return english
  }
}
