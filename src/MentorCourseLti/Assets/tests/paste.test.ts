import { describe, expect, test } from 'vitest'
import { cleanPaste } from '../scripts/editor/paste/clean'

const clean = (html: string) => cleanPaste(html).replace(/\s+/g, ' ').replace(/> </g, '><').trim()

describe('From Word', () => {
  const item = (level: number, marker: string, text: string) =>
    `<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`

  test('paragraphs that only look like a list become one', () => {
    expect(clean(item(1, '·', 'one') + item(1, '·', 'two'))).toBe('<ul><li><p>one</p></li><li><p>two</p></li></ul>')
  })
  test('levels nest, and numbers are numbers', () => {
    expect(clean(item(1, '1.', 'one') + item(2, 'a.', 'inner') + item(1, '2.', 'two'))).toBe(
      '<ol><li><p>one</p><ol><li><p>inner</p></li></ol></li><li><p>two</p></li></ol>',
    )
  })
  test('a list that goes on after a paragraph keeps its number', () => {
    expect(clean(item(1, '1.', 'one') + '<p class=MsoNormal>between</p>' + item(1, '2.', 'two'))).toBe(
      '<ol><li><p>one</p></li></ol><p>between</p><ol start="2"><li><p>two</p></li></ol>',
    )
  })
  test('headings, bold and italic stay; fonts, colours and office tags go', () => {
    expect(
      clean(
        `<html xmlns:o="x"><head><style>p{color:red}</style><!--[if gte mso 9]><xml></xml><![endif]--></head><body><!--StartFragment--><h1 style="color:#2F5496"><span lang=EN-US style="font-size:16pt">Title<o:p></o:p></span></h1><p class=MsoNormal style="margin:0"><b>bold</b> <i style='mso-bidi-font-style:normal'>italic</i> <span style="color:red">red</span></p><!--EndFragment--></body></html>`,
      ),
    ).toBe('<h1>Title</h1><p><strong>bold</strong><em>italic</em> red</p>')
  })
})

describe('From Google Docs', () => {
  test('the <b> around everything is not bold', () => {
    expect(
      clean(
        '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-weight:400">plain </span><span style="font-weight:700">bold</span><span style="font-style:italic"> italic</span></p><h2 dir="ltr"><span style="font-weight:400">Head</span></h2><ul><li dir="ltr" style="font-weight:400" aria-level="1"><p role="presentation"><span>item</span></p></li></ul></b><br class="Apple-interchange-newline">',
      ),
    ).toBe('<p>plain <strong>bold</strong><em> italic</em></p><h2>Head</h2><ul><li><p>item</p></li></ul><br>')
  })
})

describe('From anywhere', () => {
  test('only links to the web and mail stay links', () => {
    expect(clean('<a href="https://example.org/" target=_blank onclick="x()">a</a> <a href="javascript:alert(1)">b</a> <a href="/s/1/x">c</a> <a href="mailto:a@example.org">d</a>')).toBe(
      '<a href="https://example.org/">a</a> b c <a href="mailto:a@example.org">d</a>',
    )
  })
  test('scripts, pictures, frames and forms go', () => {
    expect(clean('<p onmouseover=x()>a<script>alert(1)</script><img src=x onerror=alert(1)><iframe src=x></iframe><svg onload=x()></svg></p><button>b</button>')).toBe('<p>a</p>')
  })
  test('blocks of bare text are paragraphs; a table is a line for each row', () => {
    expect(clean('<div>one</div><div><div>two</div></div><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>')).toBe(
      '<p>one</p><p>two</p><p>a b</p><p>c d</p>',
    )
  })
})
