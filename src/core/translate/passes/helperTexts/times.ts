/** Dates and spans of time, as Python writes and reads them. */
import type { HelperText } from './helperText';

export const times: Record<string, HelperText> = {
  timeText: {
    imports: ['time'],
    text: `// timeText writes a time as Python does: parts of a second only where there are some.
func timeText(t time.Time, separator string) string {
	layout := "2006-01-02" + separator + "15:04:05"
	if t.Nanosecond() != 0 {
		layout += ".000000"
	}
	return t.Format(layout)
}`,
  },
  timeRepr: {
    imports: ['fmt', 'time'],
    text: `// timeRepr writes a time as Python shows it inside a list.
func timeRepr(t time.Time) string {
	text := fmt.Sprintf("datetime.datetime(%d, %d, %d, %d, %d", t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute())
	if t.Second() != 0 || t.Nanosecond() != 0 {
		text += fmt.Sprintf(", %d", t.Second())
	}
	if t.Nanosecond() != 0 {
		text += fmt.Sprintf(", %d", t.Nanosecond()/1000)
	}
	return text + ")"
}`,
  },
  dateRepr: {
    imports: ['fmt', 'time'],
    text: `// dateRepr writes a date as Python shows it inside a list.
func dateRepr(t time.Time) string {
	return fmt.Sprintf("datetime.date(%d, %d, %d)", t.Year(), t.Month(), t.Day())
}`,
  },
  spanText: {
    imports: ['fmt', 'time'],
    needs: ['splitSpan'],
    text: `// spanText writes a span of time as Python does: days, then a clock.
func spanText(d time.Duration) string {
	days, rest := splitSpan(d)
	text := fmt.Sprintf("%d:%02d:%02d", int(rest.Hours()), int(rest.Minutes())%60, int(rest.Seconds())%60)
	if parts := rest % time.Second; parts != 0 {
		text += fmt.Sprintf(".%06d", parts.Microseconds())
	}
	switch days {
	case 0:
		return text
	case 1, -1:
		return fmt.Sprintf("%d day, %s", days, text)
	}
	return fmt.Sprintf("%d days, %s", days, text)
}`,
  },
  splitSpan: {
    imports: ['time'],
    text: `// splitSpan gives the whole days of a span and what is left, which is never negative.
func splitSpan(d time.Duration) (int, time.Duration) {
	const day = 24 * time.Hour
	days, rest := d/day, d%day
	if rest < 0 {
		days, rest = days-1, rest+day
	}
	return int(days), rest
}`,
  },
  spanDays: {
    imports: ['time'],
    needs: ['splitSpan'],
    text: `// spanDays gives the whole days of a span, rounded down.
func spanDays(d time.Duration) int {
	days, _ := splitSpan(d)
	return days
}`,
  },
  spanSeconds: {
    imports: ['time'],
    needs: ['splitSpan'],
    text: `// spanSeconds gives the seconds of a span beside its whole days.
func spanSeconds(d time.Duration) int {
	_, rest := splitSpan(d)
	return int(rest / time.Second)
}`,
  },
  isoProblem: {
    imports: ['errors', 'fmt', 'time'],
    needs: ['quoted'],
    text: `// isoProblem tells what is wrong with a date or a time that is not as ISO 8601 writes it.
func isoProblem(text string, err error) error {
	var problem *time.ParseError
	if errors.As(err, &problem) {
		switch problem.Message {
		case ": day out of range":
			return errors.New("day is out of range for month")
		case ": month out of range":
			return errors.New("month must be in 1..12")
		case ": hour out of range":
			return errors.New("hour must be in 0..23")
		case ": minute out of range":
			return errors.New("minute must be in 0..59")
		case ": second out of range":
			return errors.New("second must be in 0..59")
		}
	}
	return fmt.Errorf("Invalid isoformat string: %s", quoted(text))
}`,
  },
  readDate: {
    imports: ['time'],
    needs: ['isoProblem'],
    text: `// readDate reads a date that is written as 2006-01-02.
func readDate(text string) (time.Time, error) {
	t, err := time.Parse("2006-01-02", text)
	if err != nil {
		return t, isoProblem(text, err)
	}
	return t, nil
}`,
  },
  readTime: {
    imports: ['strings', 'time'],
    needs: ['isoProblem'],
    text: `// readTime reads a time as ISO 8601 writes it.
func readTime(text string) (time.Time, error) {
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02 15:04", "2006-01-02"} {
		t, err := time.Parse(layout, text)
		if err == nil {
			return t, nil
		}
		if strings.HasSuffix(err.Error(), "out of range") {
			return t, isoProblem(text, err)
		}
	}
	return time.Time{}, isoProblem(text, nil)
}`,
  },
  parseTime: {
    imports: ['errors', 'fmt', 'strings', 'time'],
    needs: ['quoted'],
    text: `// parseTime reads a time in the layout that Python writes as format.
func parseTime(layout, text, format string) (time.Time, error) {
	t, err := time.Parse(layout, text)
	var problem *time.ParseError
	switch {
	case errors.As(err, &problem) && strings.HasPrefix(problem.Message, ": extra text"):
		return t, fmt.Errorf("unconverted data remains: %s", problem.ValueElem)
	case errors.As(err, &problem) && problem.Message == ": day out of range":
		return t, errors.New("day is out of range for month")
	case err != nil:
		return t, fmt.Errorf("time data %s does not match format %s", quoted(text), quoted(format))
	}
	return t, nil
}`,
  },
  newDate: {
    imports: ['errors', 'time'],
    text: `// newDate makes a time of its parts, which have to exist.
func newDate(year, month, day, hour, minute, second, nanosecond int) (time.Time, error) {
	t := time.Date(year, time.Month(month), day, hour, minute, second, nanosecond, time.UTC)
	switch {
	case month < 1 || month > 12:
		return t, errors.New("month must be in 1..12")
	case t.Day() != day:
		return t, errors.New("day is out of range for month")
	}
	return t, nil
}`,
  },
  today: {
    imports: ['time'],
    text: `// today gives the date of today.
func today() time.Time {
	now := time.Now()
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
}`,
  },
};
