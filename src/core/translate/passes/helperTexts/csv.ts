/** CSV as Python writes and reads it. */
import type { HelperText } from './helperText';

export const csvTexts: Record<string, HelperText> = {
  readRows: {
    imports: ['encoding/csv', 'io'],
    text: `// readRows reads all rows of a CSV text.
func readRows(source io.Reader, separator rune) [][]string {
	reader := csv.NewReader(source)
	reader.Comma = separator
	reader.FieldsPerRecord = -1
	rows, err := reader.ReadAll()
	if err != nil {
		panic(err)
	}
	return rows
}`,
  },
  recordsOf: {
    text: `// recordsOf makes records of rows by the names in the first one.
func recordsOf(rows [][]string) []map[string]string {
	records := []map[string]string{}
	for i, row := range rows {
		if i == 0 || len(row) == 0 {
			continue
		}
		record := map[string]string{}
		for j, name := range rows[0] {
			if j < len(row) {
				record[name] = row[j]
			}
		}
		records = append(records, record)
	}
	return records
}`,
  },
  orderedRecordsOf: {
    needs: ['orderedMap'],
    text: `// orderedRecordsOf makes records of rows by the names in the first one, in their order.
func orderedRecordsOf(rows [][]string) []*orderedMap[string, string] {
	records := []*orderedMap[string, string]{}
	for i, row := range rows {
		if i == 0 || len(row) == 0 {
			continue
		}
		record := newOrderedMap[string, string]()
		for j, name := range rows[0] {
			if j < len(row) {
				record.Set(name, row[j])
			}
		}
		records = append(records, record)
	}
	return records
}`,
  },
  readQuotedRows: {
    imports: ['io'],
    text: `// readQuotedRows reads all rows of a CSV text of another dialect.
func readQuotedRows(source io.Reader, separator, quote rune, skipBlanks bool) [][]string {
	data, err := io.ReadAll(source)
	if err != nil {
		panic(err)
	}
	rows, row, field := [][]string{}, []string{}, []rune{}
	inQuotes, isOpen := false, false
	runes := []rune(string(data))
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		switch {
		case inQuotes && r == quote && i+1 < len(runes) && runes[i+1] == quote:
			field = append(field, quote)
			i++
		case r == quote && (inQuotes || len(field) == 0):
			inQuotes, isOpen = !inQuotes, true
		case inQuotes:
			field = append(field, r)
		case r == separator:
			row, field, isOpen = append(row, string(field)), nil, true
		case r == '\\n' || r == '\\r':
			if r == '\\r' && i+1 < len(runes) && runes[i+1] == '\\n' {
				i++
			}
			if isOpen {
				row = append(row, string(field))
			}
			rows, row, field, isOpen = append(rows, row), []string{}, nil, false
		case r == ' ' && skipBlanks && len(field) == 0:
		default:
			field, isOpen = append(field, r), true
		}
	}
	if isOpen {
		rows = append(rows, append(row, string(field)))
	}
	return rows
}`,
  },
  csvField: {
    needs: ['text'],
    text: `// csvField is how CSV shows a value: None is nothing.
func csvField(value any) string {
	if value == nil {
		return ""
	}
	return text(value)
}`,
  },
  valueOf: {
    text: `// valueOf gives what is pointed at, and nil for nothing.
func valueOf[T any](pointer *T) any {
	if pointer == nil {
		return nil
	}
	return *pointer
}`,
  },
  rowWriter: {
    imports: ['cmp', 'io', 'strings'],
    text: `// rowWriter writes rows of CSV; Names are the columns of records.
type rowWriter struct {
	Out       io.Writer
	Separator string
	End       string
	Names     []string
	Quote     string
	QuoteAll  bool
}

// Write writes one row; fields are quoted where they have to be.
func (w *rowWriter) Write(fields []string) {
	quoted, mark := make([]string, len(fields)), cmp.Or(w.Quote, \`"\`)
	for i, field := range fields {
		if w.QuoteAll || strings.ContainsAny(field, w.Separator+mark+"\\r\\n") || field == "" && len(fields) == 1 {
			field = mark + strings.ReplaceAll(field, mark, mark+mark) + mark
		}
		quoted[i] = field
	}
	io.WriteString(w.Out, strings.Join(quoted, w.Separator)+w.End)
}`,
  },
};
