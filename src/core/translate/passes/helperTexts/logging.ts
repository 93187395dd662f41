/** Loggers with levels and handlers. */
import type { HelperText } from './helperText';

export const logging: Record<string, HelperText> = {
  levelLogger: {
    imports: ['fmt', 'io', 'os', 'regexp', 'strings', 'time'],
    alsoNamed: [
      'baseLogger',
      'loggerNamed',
      'logHandler',
      'lineForm',
      'levelName',
      'levelDebug',
      'levelInfo',
      'levelWarning',
      'levelError',
      'levelCritical',
    ],
    text: `const (
	levelDebug    = 10
	levelInfo     = 20
	levelWarning  = 30
	levelError    = 40
	levelCritical = 50
)

func levelName(level int) string {
	switch level {
	case levelDebug:
		return "DEBUG"
	case levelInfo:
		return "INFO"
	case levelWarning:
		return "WARNING"
	case levelError:
		return "ERROR"
	case levelCritical:
		return "CRITICAL"
	}
	return fmt.Sprintf("Level %d", level)
}

// logHandler writes lines of a log: format has fields as %(name)s, dates is the layout of the time.
type logHandler struct {
	out           io.Writer
	level         int
	format, dates string
}

// lineForm is how the lines of a handler look.
type lineForm struct {
	format, dates string
}

func (h *logHandler) use(f *lineForm) {
	h.format, h.dates = f.format, f.dates
}

var logField = regexp.MustCompile(\`%\\((\\w+)\\)(-?\\d*)[sd]\`)

func (h *logHandler) write(name string, level int, message string) {
	now := time.Now()
	written := now.Format(h.dates)
	if h.dates == "" {
		written = now.Format("2006-01-02 15:04:05,000")
	}
	fields := strings.NewReplacer("asctime", written, "levelname", levelName(level), "levelno", fmt.Sprint(level), "name", name, "message", message)
	line := message
	if h.format != "" {
		line = logField.ReplaceAllStringFunc(h.format, func(field string) string {
			parts := logField.FindStringSubmatch(field)
			return fmt.Sprintf("%"+parts[2]+"s", fields.Replace(parts[1]))
		})
	}
	fmt.Fprintln(h.out, line)
}

// levelLogger writes messages of its level and above to its handlers and to those of the loggers above it.
type levelLogger struct {
	name       string
	level      int
	parent     *levelLogger
	handlers   []*logHandler
	propagates bool
}

var (
	baseLogger = &levelLogger{name: "root", level: levelWarning}
	namedLoggers    = map[string]*levelLogger{}
)

// loggerNamed gives the logger of that name, which stands below those that its name begins with.
func loggerNamed(name string) *levelLogger {
	if known := namedLoggers[name]; known != nil {
		return known
	}
	parent := baseLogger
	if dot := strings.LastIndex(name, "."); dot > 0 {
		parent = loggerNamed(name[:dot])
	}
	namedLoggers[name] = &levelLogger{name: name, parent: parent, propagates: true}
	return namedLoggers[name]
}

// leastLevel gives the level from which on messages are written.
func (l *levelLogger) leastLevel() int {
	for l.level == 0 && l.parent != nil {
		l = l.parent
	}
	return l.level
}

func (l *levelLogger) log(level int, message string) {
	if level < l.leastLevel() {
		return
	}
	found := false
	for at := l; at != nil; at = at.parent {
		for _, handler := range at.handlers {
			found = true
			if level >= handler.level {
				handler.write(l.name, level, message)
			}
		}
		if !at.propagates {
			break
		}
	}
	if !found && level >= levelWarning {
		fmt.Fprintln(os.Stderr, message)
	}
}

func (l *levelLogger) debug(message string)    { l.log(levelDebug, message) }
func (l *levelLogger) info(message string)     { l.log(levelInfo, message) }
func (l *levelLogger) warning(message string)  { l.log(levelWarning, message) }
func (l *levelLogger) error(message string)    { l.log(levelError, message) }
func (l *levelLogger) critical(message string) { l.log(levelCritical, message) }`,
  },
  levelNamed: {
    needs: ['levelLogger'],
    text: `// levelNamed gives the level of that name.
func levelNamed(name string) int {
	for _, level := range []int{levelDebug, levelInfo, levelWarning, levelError, levelCritical} {
		if levelName(level) == name {
			return level
		}
	}
	panic("Unknown level: '" + name + "'")
}`,
  },
};
