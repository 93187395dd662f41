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
      'logRecord',
      'logField',
      'passesAll',
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

// logRecord is one message of a log.
type logRecord struct {
	name, levelname, message string
	levelno                  int
}

// lineForm is how lines of a log look: format has fields as %(name)s, dates is the layout of the time.
type lineForm struct {
	format, dates string
	write         func(record *logRecord) string
}

var logField = regexp.MustCompile(\`%\\((\\w+)\\)(-?\\d*(?:\\.\\d+)?)[sd]\`)

func (f *lineForm) formatted(record *logRecord) string {
	layout := f.dates
	if layout == "" {
		layout = "2006-01-02 15:04:05,000"
	}
	if f.format == "" {
		return record.message
	}
	return logField.ReplaceAllStringFunc(f.format, func(field string) string {
		parts := logField.FindStringSubmatch(field)
		text := record.message
		switch parts[1] {
		case "asctime":
			text = time.Now().Format(layout)
		case "levelname":
			text = record.levelname
		case "levelno":
			text = fmt.Sprint(record.levelno)
		case "name":
			text = record.name
		}
		return fmt.Sprintf("%"+parts[2]+"s", text)
	})
}

// logHandler writes what passes its level and its filters; emit takes the records instead where it is set.
type logHandler struct {
	out     io.Writer
	level   int
	form    *lineForm
	filters []func(record *logRecord) bool
	emit    func(record *logRecord)
}

func (h *logHandler) formatted(record *logRecord) string {
	switch {
	case h.form == nil:
		return record.message
	case h.form.write != nil:
		return h.form.write(record)
	}
	return h.form.formatted(record)
}

func (h *logHandler) handle(record *logRecord) {
	if record.levelno < h.level || !passesAll(h.filters, record) {
		return
	}
	if h.emit != nil {
		h.emit(record)
		return
	}
	fmt.Fprintln(h.out, h.formatted(record))
}

func passesAll(filters []func(record *logRecord) bool, record *logRecord) bool {
	for _, filter := range filters {
		if !filter(record) {
			return false
		}
	}
	return true
}

// levelLogger writes messages of its level and above to its handlers and to those of the loggers above it.
type levelLogger struct {
	name       string
	level      int
	parent     *levelLogger
	handlers   []*logHandler
	filters    []func(record *logRecord) bool
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
	record := &logRecord{name: l.name, levelname: levelName(level), levelno: level, message: message}
	if !passesAll(l.filters, record) {
		return
	}
	found := false
	for at := l; at != nil; at = at.parent {
		for _, handler := range at.handlers {
			found = true
			handler.handle(record)
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
