import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js'

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip)

export interface Series {
  label: string
  tone: string
  values: (number | null)[]
}

/** What a table says: its first column are the labels, and each column with a tone is a series. An empty cell is a gap. */
export function readTable(table: HTMLTableElement): { labels: string[]; series: Series[] } {
  const rows = [...table.querySelectorAll('tbody tr')].map(row => [...row.children])
  const series = [...table.querySelectorAll<HTMLElement>('thead th')].flatMap((head, column) =>
    head.dataset.series ? [{ label: textOf(head), tone: head.dataset.series, values: rows.map(row => numberIn(row[column])) }] : [])
  return { labels: rows.map(row => textOf(row[0])), series }
}

/** Draws a table above itself. The table stays, a click away, and is all there is without a script. */
export function plot(section: HTMLElement) {
  const table = section.querySelector('table')
  const details = section.querySelector('details')
  if (!table || !details) return

  const { labels, series } = readTable(table)
  const isLine = section.dataset.plot === 'line'
  const box = document.createElement('div')
  box.className = 'plot-box'
  const canvas = document.createElement('canvas')
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', section.querySelector('h2')?.textContent?.trim() ?? '')
  box.append(canvas)
  details.before(box)

  let chart: Chart | undefined
  const draw = () => {
    chart?.destroy()
    const style = getComputedStyle(document.documentElement)
    const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
    const tone = (one: Series) => (one.tone === 'line' ? colour('line-control') : colour(one.tone))
    const ticks = { color: colour('ink-dim') }
    const grid = { color: colour('line') }
    chart = new Chart(canvas, {
      type: isLine ? 'line' : 'bar',
      data: {
        labels,
        datasets: series.map(one => ({
          label: one.label,
          data: one.values,
          borderColor: tone(one),
          backgroundColor: tone(one),
          borderWidth: isLine ? 2 : 0,
          borderDash: isLine && one.tone === 'line' ? [6, 4] : [],
          pointRadius: isLine && one.tone !== 'line' ? 3 : 0,
        })),
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        scales: { x: { stacked: !isLine, ticks, grid: { display: false } }, y: { stacked: !isLine, beginAtZero: true, ticks: isLine ? ticks : { ...ticks, precision: 0 }, grid } },
        plugins: { legend: { align: 'start', labels: { color: colour('ink'), boxWidth: 14, boxHeight: 14 } } },
      },
    })
  }
  draw()
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw)
}

function textOf(cell: Element | undefined) {
  return cell?.textContent?.trim() ?? ''
}

function numberIn(cell: Element | undefined) {
  const text = textOf(cell)
  return text === '' ? null : Number(text.replace(',', '.'))
}
