const day = 24 * 60

/** What goes on for longer is a slip of the clock, not a night: as `CourseTime.ReadSpan` has it. */
const longestNight = 12 * 60

/** Minutes of a session from one time of the clock to the other, NaN where one is missing. An end that is earlier by the clock is on the next day. */
export function minutesBetween(start: string, end: string): number {
  const minutes = minutesOf(end) - minutesOf(start)
  return minutes < 0 && minutes + day <= longestNight ? minutes + day : minutes
}

function minutesOf(clock: string): number {
  const [hours = NaN, minutes = NaN] = clock.split(':').map(Number)
  return hours * 60 + minutes
}
