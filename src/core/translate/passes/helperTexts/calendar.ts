/** Months and weeks, times of the day, and formats that are known only when the program runs. */
import type { HelperText } from './helperText';

const names = (name: string, what: string, items: string[], from: number): HelperText => ({
  text: `// ${name} are ${what}${from === 1 ? ', counted from one' : ', Monday first'}.
var ${name} = []string{${[...(from === 1 ? [''] : []), ...items].map(item => `"${item}"`).join(', ')}}`,
});

const months = 'January February March April May June July August September October November December'.split(' ');
const days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const short = (items: string[]): string[] => items.map(item => item.slice(0, 3));

export const calendar: Record<string, HelperText> = {
  monthNames: names('monthNames', 'the names of the months', months, 1),
  monthShortNames: names('monthShortNames', 'the short names of the months', short(months), 1),
  dayNames: names('dayNames', 'the names of the days', days, 0),
  dayShortNames: names('dayShortNames', 'the short names of the days', short(days), 0),
  isLeapYear: {
    text: `// isLeapYear tells whether a year has a twenty-ninth of February.
func isLeapYear(year int) bool {
	return year%4 == 0 && (year%100 != 0 || year%400 == 0)
}`,
  },
  leapDays: {
    needs: ['isLeapYear'],
    text: `// leapDays counts the leap years from one year up to another.
func leapDays(from, to int) int {
	count := 0
	for year := from; year < to; year++ {
		if isLeapYear(year) {
			count++
		}
	}
	return count
}`,
  },
  weekdayOf: {
    imports: ['time'],
    text: `// weekdayOf gives the day of the week of a date, Monday being zero.
func weekdayOf(year, month, day int) int {
	return (int(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Weekday()) + 6) % 7
}`,
  },
  monthRange: {
    imports: ['time'],
    needs: ['pair', 'weekdayOf'],
    text: `// monthRange gives the day of the week that a month begins with, and its number of days.
func monthRange(year, month int) pair[int, int] {
	last := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC)
	return pair[int, int]{weekdayOf(year, month, 1), last.Day()}
}`,
  },
  monthWeeks: {
    needs: ['monthRange'],
    text: `// monthWeeks gives the days of a month by weeks; days of other months are zero.
func monthWeeks(year, month int) [][]int {
	r := monthRange(year, month)
	weeks := [][]int{}
	for start := 1 - r.First; start <= r.Second; start += 7 {
		week := make([]int, 7)
		for i := range week {
			if day := start + i; day >= 1 && day <= r.Second {
				week[i] = day
			}
		}
		weeks = append(weeks, week)
	}
	return weeks
}`,
  },
  ordinal: {
    imports: ['time'],
    text: `// ordinal counts the days since the start of the year 1, which is day 1.
func ordinal(t time.Time) int {
	first := time.Date(1, time.January, 1, 0, 0, 0, 0, time.UTC)
	midnight := time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	return int((midnight.Unix()-first.Unix())/86400) + 1
}`,
  },
  dateOfOrdinal: {
    imports: ['time'],
    text: `// dateOfOrdinal gives the day of that number; the first day of the year 1 is day 1.
func dateOfOrdinal(days int) time.Time {
	return time.Date(1, time.January, days, 0, 0, 0, 0, time.UTC)
}`,
  },
  combineTimes: {
    imports: ['time'],
    text: `// combineTimes gives the time of one value on the day of the other.
func combineTimes(day, clock time.Time) time.Time {
	hour, minute, second := clock.Clock()
	return time.Date(day.Year(), day.Month(), day.Day(), hour, minute, second, clock.Nanosecond(), clock.Location())
}`,
  },
  clockOf: {
    imports: ['time'],
    text: `// clockOf gives the time of the day alone.
func clockOf(t time.Time) time.Time {
	hour, minute, second := t.Clock()
	return time.Date(1, time.January, 1, hour, minute, second, t.Nanosecond(), time.UTC)
}`,
  },
  clockText: {
    imports: ['time'],
    text: `// clockText writes a time of the day as Python does: parts of a second only where there are some.
func clockText(t time.Time) string {
	if t.Nanosecond() != 0 {
		return t.Format("15:04:05.000000")
	}
	return t.Format("15:04:05")
}`,
  },
  clockRepr: {
    imports: ['fmt', 'time'],
    text: `// clockRepr writes a time of the day as Python shows it inside a list.
func clockRepr(t time.Time) string {
	text := fmt.Sprintf("datetime.time(%d, %d", t.Hour(), t.Minute())
	if t.Second() != 0 || t.Nanosecond() != 0 {
		text += fmt.Sprintf(", %d", t.Second())
	}
	if t.Nanosecond() != 0 {
		text += fmt.Sprintf(", %d", t.Nanosecond()/1000)
	}
	return text + ")"
}`,
  },
  readClock: {
    imports: ['fmt', 'time'],
    needs: ['quoted'],
    text: `// readClock reads a time of the day as ISO 8601 writes it.
func readClock(text string) (time.Time, error) {
	for _, layout := range []string{"15:04:05", "15:04", "15"} {
		if t, err := time.Parse(layout, text); err == nil {
			return t.AddDate(1, 0, 0), nil
		}
	}
	return time.Time{}, fmt.Errorf("Invalid isoformat string: %s", quoted(text))
}`,
  },
  spanRepr: {
    imports: ['fmt', 'strings', 'time'],
    needs: ['splitSpan'],
    text: `// spanRepr writes a span of time as Python shows it inside a list.
func spanRepr(d time.Duration) string {
	days, rest := splitSpan(d)
	parts := []string{}
	if days != 0 {
		parts = append(parts, fmt.Sprintf("days=%d", days))
	}
	if seconds := int(rest / time.Second); seconds != 0 {
		parts = append(parts, fmt.Sprintf("seconds=%d", seconds))
	}
	if micro := (rest % time.Second).Microseconds(); micro != 0 {
		parts = append(parts, fmt.Sprintf("microseconds=%d", micro))
	}
	if len(parts) == 0 {
		parts = append(parts, "0")
	}
	return "datetime.timedelta(" + strings.Join(parts, ", ") + ")"
}`,
  },
  spanMicroseconds: {
    imports: ['time'],
    needs: ['splitSpan'],
    text: `// spanMicroseconds gives the microseconds of a span beside its whole seconds.
func spanMicroseconds(d time.Duration) int {
	_, rest := splitSpan(d)
	return int((rest % time.Second).Microseconds())
}`,
  },
  floorSpans: {
    imports: ['time'],
    text: `// floorSpans tells how often one span goes into another, rounded down.
func floorSpans(a, b time.Duration) int {
	count := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		count--
	}
	return int(count)
}`,
  },
  strftime: {
    imports: ['fmt', 'strings', 'time'],
    text: `// strftime writes a time in a format of Python's.
func strftime(t time.Time, format string) string {
	layouts := map[byte]string{
		'Y': "2006", 'y': "06", 'm': "01", 'd': "02", 'H': "15", 'I': "03", 'M': "04", 'S': "05", 'p': "PM",
		'A': "Monday", 'a': "Mon", 'B': "January", 'b': "Jan", 'h': "Jan", 'j': "002", 'e': "_2", 'F': "2006-01-02",
		'T': "15:04:05", 'R': "15:04", 'D': "01/02/06", 'c': "Mon Jan _2 15:04:05 2006", 'x': "01/02/06", 'X': "15:04:05",
	}
	var written strings.Builder
	for i := 0; i < len(format); i++ {
		if format[i] != '%' || i+1 == len(format) {
			written.WriteByte(format[i])
			continue
		}
		i++
		monday := (int(t.Weekday()) + 6) % 7
		switch directive := format[i]; directive {
		case '%':
			written.WriteByte('%')
		case 'f':
			fmt.Fprintf(&written, "%06d", t.Nanosecond()/1000)
		case 'w':
			fmt.Fprint(&written, int(t.Weekday()))
		case 'u':
			fmt.Fprint(&written, monday+1)
		case 'U':
			fmt.Fprintf(&written, "%02d", (t.YearDay()+6-int(t.Weekday()))/7)
		case 'W':
			fmt.Fprintf(&written, "%02d", (t.YearDay()+6-monday)/7)
		case 'V':
			_, week := t.ISOWeek()
			fmt.Fprintf(&written, "%02d", week)
		case 'G':
			year, _ := t.ISOWeek()
			fmt.Fprint(&written, year)
		case 's':
			fmt.Fprint(&written, t.Unix())
		case 'z', 'Z':
			if t.Location() != time.UTC {
				written.WriteString(t.Format(map[byte]string{'z': "-0700", 'Z': "MST"}[directive]))
			}
		case '-':
			if i++; i < len(format) {
				written.WriteString(strings.TrimLeft(t.Format(layouts[format[i]]), "0 "))
			}
		default:
			layout, ok := layouts[directive]
			if !ok {
				panic("the format of a time has no directive %" + string(directive))
			}
			written.WriteString(t.Format(layout))
		}
	}
	return written.String()
}`,
  },
  strptime: {
    imports: ['strings', 'time'],
    needs: ['parseTime'],
    text: `// strptime reads a time in a format of Python's.
func strptime(text, format string) (time.Time, error) {
	layout := strings.NewReplacer(
		"%Y", "2006", "%y", "06", "%m", "1", "%d", "2", "%H", "15", "%I", "3", "%M", "4", "%S", "5", "%p", "PM",
		"%A", "Monday", "%a", "Mon", "%B", "January", "%b", "Jan", "%j", "002", "%f", "999999", "%z", "-0700", "%Z", "MST",
		"%%", "%",
	).Replace(format)
	return parseTime(layout, text, format)
}`,
  },
};
