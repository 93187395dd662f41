/** Pointers, truth, input and errors. */
import type { HelperText } from './helperText';

export const values: Record<string, HelperText> = {
  pointerTo: {
    text: `// pointerTo gives the address of a copy of the value.
func pointerTo[T any](value T) *T {
	return &value
}`,
  },
  truthy: {
    imports: ['reflect'],
    text: `// truthy tells whether Python takes a value for true.
func truthy(value any) bool {
	if value == nil {
		return false
	}
	v := reflect.ValueOf(value)
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() > 0
	default:
		return !v.IsZero()
	}
}`,
  },
  readLine: {
    imports: ['bufio', 'errors', 'os'],
    text: `// stdin is read line by line.
var stdin = bufio.NewScanner(os.Stdin)

// readLine gives the next line of standard input.
func readLine() (string, error) {
	if !stdin.Scan() {
		return "", errors.New("EOF when reading a line")
	}
	return stdin.Text(), nil
}`,
  },
  must: {
    text: `// must gives the value and ends the program where there was an error.
func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}`,
  },
};
