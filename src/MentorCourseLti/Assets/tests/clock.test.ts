import { expect, test } from 'vitest'
import { minutesBetween } from '../scripts/clock'

test.each([
  ['15:00', '15:50', 50],
  ['23:30', '00:30', 60],
  ['18:00', '06:00', 720],
  ['15:50', '15:00', -50],
  ['15:00', '15:00', 0],
  ['', '15:00', NaN],
])('from %s to %s are %i minutes', (start, end, minutes) => {
  expect(minutesBetween(start, end)).toBe(minutes)
})
