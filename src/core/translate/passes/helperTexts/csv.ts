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
  readRecords: {
    imports: ['io'],
    needs: ['readRows'],
    text: `// readRecords reads all rows of a CSV text by the names in its first row.
func readRecords(source io.Reader, separator rune) []map[string]string {
	records, rows := []map[string]string{}, readRows(source, separator)
	for i, row := range rows {
		if i == 0 {
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
  readOrderedRecords: {
    imports: ['io'],
    needs: ['readRows', 'orderedMap'],
    text: `// readOrderedRecords reads all rows of a CSV text by the names in its first row, in their order.
func readOrderedRecords(source io.Reader, separator rune) []*orderedMap[string, string] {
	records, rows := []*orderedMap[string, string]{}, readRows(source, separator)
	for i, row := range rows {
		if i == 0 {
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
  rowWriter: {
    imports: ['io', 'strings'],
    text: `// rowWriter writes rows of CSV; Names are the columns of records.
type rowWriter struct {
	Out       io.Writer
	Separator string
	End       string
	Names     []string
}

// Write writes one row; fields are quoted where they have to be.
func (w *rowWriter) Write(fields []string) {
	quoted := make([]string, len(fields))
	for i, field := range fields {
		if strings.ContainsAny(field, w.Separator+"\\"\\r\\n") || field == "" && len(fields) == 1 {
			field = \`"\` + strings.ReplaceAll(field, \`"\`, \`""\`) + \`"\`
		}
		quoted[i] = field
	}
	io.WriteString(w.Out, strings.Join(quoted, w.Separator)+w.End)
}`,
  },
};
