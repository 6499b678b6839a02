import { openCapsules } from './capsule/page'
import { askBeforeDanger } from './confirm'
import { closeForLms } from './close'
import { forgetDraftsOfOthers, forgetDraftsTheServerHas } from './drafts'
import { reportHeight } from './frame'
import { growTextareas } from './grow'
import { forgetKept, keepForm } from './keep'
import { offerPrinting } from './print'
import { reloadWhilePending } from './reload'
import { sendAtOnce } from './send'

const { member, course } = document.body.dataset
if (member) {
  forgetDraftsOfOthers(member)
  forgetKept(member, document)
}
forgetDraftsTheServerHas(document)
reportHeight()
closeForLms()
sendAtOnce()
askBeforeDanger()
growTextareas()
offerPrinting()
reloadWhilePending()
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) keepForm(form)

// Wherever a mentor is in the tool, what was told without a connection is sent.
if (member && course) void openCapsules(member, course)

if (document.body.dataset.role === 'instructor' || document.body.dataset.role === 'leader') void import('./flags').then(({ watchFlags }) => watchFlags())

const drafting = document.querySelector<HTMLFormElement>('form[data-autosave]')
if (drafting) void import('./autosave/form').then(({ keepDraft }) => keepDraft(drafting))

// Should the editor not arrive, the textarea is still there and is what the form sends.
for (const textarea of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-editor]')) {
  import('./editor/editor').then(({ enhance }) => enhance(textarea)).catch(() => {})
}

for (const section of document.querySelectorAll<HTMLElement>('[data-files]')) void import('./files').then(({ attachFiles }) => attachFiles(section))

const assessing = document.querySelector<HTMLFormElement>('form[data-assess]')
if (assessing) void import('./assess/assess').then(({ assess }) => assess(assessing))
else if (document.querySelector('[data-passage]')) void import('./assess/passages').then(({ showPassages }) => showPassages())

const scoring = document.querySelector<HTMLFormElement>('form[data-score="true"]')
if (scoring) void import('./assess/score').then(({ score }) => score(scoring))

for (const section of document.querySelectorAll<HTMLElement>('[data-download]')) void import('./download').then(({ showDownload }) => showDownload(section))

for (const section of document.querySelectorAll<HTMLElement>('[data-fragment]')) void import('./fragment').then(({ fillFragment }) => fillFragment(section))

// Should the plots not arrive, their tables are there.
for (const section of document.querySelectorAll<HTMLElement>('[data-plot]')) import('./plot').then(({ plot }) => plot(section)).catch(() => {})
