import { describe, expect, it } from 'vitest'
import { readTable } from '../scripts/plot'

function table(html: string) {
  document.body.innerHTML = `<table>${html}</table>`
  return document.querySelector('table')!
}

describe('a plot', () => {
  it('draws the columns that have a tone, and leaves a gap where a cell is empty', () => {
    const read = readTable(table(`
      <thead><tr><th>Week</th><th data-series="leaf">Approved</th><th>Not drawn</th><th data-series="line">Goal</th></tr></thead>
      <tbody><tr><th> 1 · Mon 2 Nov </th><td>2.5</td><td>7</td><td>10</td></tr><tr><th>2</th><td></td><td>8</td><td>10</td></tr></tbody>`))
    expect(read.labels).toEqual(['1 · Mon 2 Nov', '2'])
    expect(read.series).toEqual([
      { label: 'Approved', tone: 'leaf', values: [2.5, null] },
      { label: 'Goal', tone: 'line', values: [10, 10] },
    ])
  })

  it('draws nothing of a table without rows', () => {
    expect(readTable(table('<thead><tr><th>Week</th><th data-series="leaf">Approved</th></tr></thead>'))).toEqual({ labels: [], series: [{ label: 'Approved', tone: 'leaf', values: [] }] })
  })
})
