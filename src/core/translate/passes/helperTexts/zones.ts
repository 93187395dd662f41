/** Zones of time, and times that are in one. */
import type { HelperText } from './helperText';

export const zones: Record<string, HelperText> = {
  optionalText: {
    text: `// optionalText writes a value that may be missing.
func optionalText[T any](value *T, write func(T) string) string {
	if value == nil {
		return "None"
	}
	return write(*value)
}`,
  },
  utcZone: {
    imports: ['time'],
    text: `// utcZone is UTC where it is said; times without a zone are in time.UTC.
var utcZone = time.FixedZone("UTC", 0)`,
  },
  zoneOf: {
    imports: ['fmt', 'time'],
    needs: ['utcZone'],
    text: `// zoneOf gives the zone that is so far from UTC.
func zoneOf(offset time.Duration) *time.Location {
	if offset == 0 {
		return utcZone
	}
	minutes, sign := int(offset.Minutes()), '+'
	if minutes < 0 {
		minutes, sign = -minutes, '-'
	}
	return time.FixedZone(fmt.Sprintf("UTC%c%02d:%02d", sign, minutes/60, minutes%60), int(offset.Seconds()))
}`,
  },
  zoneNamed: {
    imports: ['fmt', 'time'],
    needs: ['utcZone', 'quoted'],
    text: `// zoneNamed gives the zone of a name such as Europe/Berlin.
func zoneNamed(name string) (*time.Location, error) {
	if name == "UTC" {
		return utcZone, nil
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil, fmt.Errorf("%s", quoted("No time zone found with key "+name))
	}
	return zone, nil
}`,
  },
  parseZonedTime: {
    imports: ['time'],
    needs: ['parseTime', 'zoneOf', 'zoneOffset'],
    text: `// parseZonedTime reads a time with how far its zone is from UTC.
func parseZonedTime(layout, text, format string) (time.Time, error) {
	t, err := parseTime(layout, text, format)
	return t.In(zoneOf(zoneOffset(t))), err
}`,
  },
  zoneOfTime: {
    imports: ['time'],
    text: `// zoneOfTime gives the zone of a time, or nil where it has none.
func zoneOfTime(t time.Time) *time.Location {
	if t.Location() == time.UTC {
		return nil
	}
	return t.Location()
}`,
  },
  zoneOffset: {
    imports: ['time'],
    text: `// zoneOffset gives how far the zone of a time is from UTC.
func zoneOffset(t time.Time) time.Duration {
	_, seconds := t.Zone()
	return time.Duration(seconds) * time.Second
}`,
  },
  zoneName: {
    imports: ['time'],
    text: `// zoneName gives the short name of the zone of a time.
func zoneName(t time.Time) string {
	name, _ := t.Zone()
	return name
}`,
  },
  wallClock: {
    imports: ['time'],
    text: `// wallClock gives what the clock on the wall shows, without a zone.
func wallClock() time.Time {
	now := time.Now()
	return time.Date(now.Year(), now.Month(), now.Day(), now.Hour(), now.Minute(), now.Second(), now.Nanosecond(), time.UTC)
}`,
  },
  timeOfStamp: {
    imports: ['math', 'time'],
    text: `// timeOfStamp gives the time so many seconds after the start of 1970.
func timeOfStamp(seconds float64) time.Time {
	return time.UnixMicro(int64(math.Round(seconds * 1e6))).UTC()
}`,
  },
  zonedTimeText: {
    imports: ['time'],
    needs: ['timeText'],
    text: `// zonedTimeText writes a time as Python does, with the distance of its zone from UTC where it has one.
func zonedTimeText(t time.Time, separator string) string {
	text := timeText(t, separator)
	if t.Location() != time.UTC {
		text += t.Format("-07:00")
	}
	return text
}`,
  },
  zonedTimeRepr: {
    imports: ['fmt', 'strings', 'time'],
    needs: ['timeRepr', 'utcZone', 'spanRepr', 'zoneOffset'],
    text: `// zonedTimeRepr writes a time with its zone as Python shows it inside a list.
func zonedTimeRepr(t time.Time) string {
	text := strings.TrimSuffix(timeRepr(t), ")")
	switch zone := t.Location(); {
	case zone == time.UTC:
	case zone == utcZone:
		text += ", tzinfo=datetime.timezone.utc"
	case strings.Contains(zone.String(), "/"):
		text += fmt.Sprintf(", tzinfo=zoneinfo.ZoneInfo(key='%s')", zone)
	default:
		text += ", tzinfo=datetime.timezone(" + spanRepr(zoneOffset(t)) + ")"
	}
	return text + ")"
}`,
  },
  readZonedTime: {
    imports: ['strings', 'time'],
    needs: ['isoProblem', 'utcZone'],
    text: `// readZonedTime reads a time as ISO 8601 writes it, with or without a zone.
func readZonedTime(text string) (time.Time, error) {
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02 15:04", "2006-01-02"} {
		t, err := time.Parse(layout, text)
		if err == nil {
			return t, nil
		}
		if strings.HasSuffix(err.Error(), "out of range") {
			return t, isoProblem(text, err)
		}
		if t, err := time.Parse(layout+"Z07:00", text); err == nil {
			name, offset := t.Zone()
			if offset == 0 {
				return t.In(utcZone), nil
			}
			return t.In(time.FixedZone(name, offset)), nil
		}
	}
	return time.Time{}, isoProblem(text, nil)
}`,
  },
};
