// A letter, a digit, or a character beyond the basic plane.
const wordLike = /[\p{L}\p{Nd}\u{10000}-\u{10FFFF}]/u

/** Counts as `WordCount` does, whose number the preview and the grader see: runs between white space that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter(run => wordLike.test(run)).length
}
