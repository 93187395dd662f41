/** Python's `calendar`. */
import { bool, int, list, str, tuple } from '../../../facts/types';
import * as g from '../../goNodes';
import { value } from '../value';
import { boundCalls } from './binding';
import type { Constant, LibraryModule } from './table';

const year = ['year', int] as const;
const month = ['month', int] as const;
const day = ['day', int] as const;

const names =
  (helper: string): Constant =>
  c =>
    value(g.ident(c.helper(helper)), list(str), true);

const number =
  (at: number): Constant =>
  () =>
    value(g.int(at), int, true);

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const helped = (helper: string, takes: readonly (readonly [string, typeof int])[]) => ({ takes, helper });

export const calendar: LibraryModule = {
  constants: {
    'calendar.month_name': names('monthNames'),
    'calendar.month_abbr': names('monthShortNames'),
    'calendar.day_name': names('dayNames'),
    'calendar.day_abbr': names('dayShortNames'),
    ...Object.fromEntries(weekdays.map((name, at) => [`calendar.${name}`, number(at)])),
  },
  calls: boundCalls('calendar', {
    isleap: { ...helped('isLeapYear', [year]), gives: bool },
    monthrange: { ...helped('monthRange', [year, month]), gives: tuple(int, int) },
    weekday: { ...helped('weekdayOf', [year, month, day]), gives: int },
    monthcalendar: { ...helped('monthWeeks', [year, month]), gives: list(list(int)) },
    leapdays: {
      takes: [
        ['y1', int],
        ['y2', int],
      ],
      gives: int,
      helper: 'leapDays',
    },
  }),
};
