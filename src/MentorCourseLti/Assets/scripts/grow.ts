/** Where CSS cannot yet size a textarea by its content, its rows follow its lines. */
export function growTextareas(): void {
  if (CSS.supports('field-sizing', 'content')) return
  for (const textarea of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-grow]')) {
    const grow = () => {
      const perLine = Math.max(20, textarea.cols)
      const lines = textarea.value.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / perLine), 0)
      textarea.rows = Math.min(16, Math.max(2, lines))
    }
    textarea.addEventListener('input', grow)
    grow()
  }
}
