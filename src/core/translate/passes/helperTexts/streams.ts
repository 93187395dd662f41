/** Streams of text that are read by lines and by characters. */
import type { HelperText } from './helperText';

const standard = (name: string, stream: string, what: string): HelperText => ({
  imports: ['bufio', 'os'],
  needs: ['textFile'],
  text: `// ${name} is standard ${what}.
var ${name} = &textFile{os.${stream}, bufio.NewReader(os.${stream})}`,
});

export const streams: Record<string, HelperText> = {
  textFile: {
    imports: ['bufio', 'io', 'os', 'strings'],
    alsoNamed: ['newTextFile'],
    text: `// textFile is a file whose text is read by lines and by characters.
type textFile struct {
	*os.File
	reader *bufio.Reader
}

func newTextFile(file *os.File, err error) (*textFile, error) {
	if err != nil {
		return nil, err
	}
	return &textFile{file, bufio.NewReader(file)}, nil
}

func (f *textFile) Read(data []byte) (int, error) {
	return f.reader.Read(data)
}

// readLine gives the next line with its end; at the end of the file it is empty.
func (f *textFile) readLine() string {
	line, err := f.reader.ReadString('\\n')
	if err != nil && err != io.EOF {
		panic(err)
	}
	return line
}

// readText gives as many characters, or those that are left.
func (f *textFile) readText(size int) string {
	var text strings.Builder
	for range size {
		r, _, err := f.reader.ReadRune()
		if err != nil {
			break
		}
		text.WriteRune(r)
	}
	return text.String()
}

// Seek goes to another place of the file and forgets what was read ahead.
func (f *textFile) Seek(offset int64, whence int) (int64, error) {
	place, err := f.File.Seek(offset, whence)
	f.reader.Reset(f.File)
	return place, err
}

// tell gives the place in the file, in bytes.
func (f *textFile) tell() int {
	place, err := f.File.Seek(0, io.SeekCurrent)
	if err != nil {
		panic(err)
	}
	return int(place) - f.reader.Buffered()
}`,
  },
  redirect: {
    imports: ['io', 'os'],
    text: `// redirect sends what is written to a stream to w, until the function that it gives is called.
func redirect(stream **os.File, w io.Writer) func() {
	reader, writer, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	before := *stream
	*stream = writer
	done := make(chan struct{})
	go func() {
		defer close(done)
		io.Copy(w, reader)
	}()
	return func() {
		*stream = before
		writer.Close()
		<-done
	}
}`,
  },
  textBuffer: {
    imports: ['bytes', 'errors', 'io', 'unicode/utf8'],
    text: `// textBuffer is a text in memory that is read and written as a file is.
type textBuffer struct {
	content []byte
	place   int
}

func (b *textBuffer) Write(data []byte) (int, error) {
	kept := copy(b.content[b.place:], data)
	b.content = append(b.content, data[kept:]...)
	b.place += len(data)
	return len(data), nil
}

func (b *textBuffer) Read(data []byte) (int, error) {
	if b.place >= len(b.content) {
		return 0, io.EOF
	}
	count := copy(data, b.content[b.place:])
	b.place += count
	return count, nil
}

// readLine gives the next line with its end; at the end of the text it is empty.
func (b *textBuffer) readLine() string {
	rest := b.content[b.place:]
	if end := bytes.IndexByte(rest, '\\n'); end >= 0 {
		rest = rest[:end+1]
	}
	b.place += len(rest)
	return string(rest)
}

// readText gives as many characters, or those that are left.
func (b *textBuffer) readText(size int) string {
	start := b.place
	for range size {
		_, width := utf8.DecodeRune(b.content[b.place:])
		b.place += width
	}
	return string(b.content[start:b.place])
}

// Seek goes to another place of the text.
func (b *textBuffer) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += int64(b.place)
	case io.SeekEnd:
		offset += int64(len(b.content))
	}
	if offset < 0 || offset > int64(len(b.content)) {
		return 0, errors.New("there is no such place in the text")
	}
	b.place = int(offset)
	return offset, nil
}

// tell gives the place in the text.
func (b *textBuffer) tell() int {
	return b.place
}

// String gives the whole text.
func (b *textBuffer) String() string {
	return string(b.content)
}`,
  },
  textStream: {
    imports: ['io'],
    text: `// textStream is a file or a text in memory.
type textStream interface {
	io.ReadWriteSeeker
	readLine() string
	readText(size int) string
}`,
  },
  nextLine: {
    text: `// nextLine gives the next line of a stream, and whether there was one.
func nextLine(stream interface{ readLine() string }) (string, bool) {
	line := stream.readLine()
	return line, line != ""
}`,
  },
  readBytes: {
    imports: ['errors', 'io'],
    text: `// readBytes reads as many bytes, or those that are left.
func readBytes(stream io.Reader, size int) []byte {
	data := make([]byte, size)
	count, err := io.ReadFull(stream, data)
	if err != nil && err != io.EOF && !errors.Is(err, io.ErrUnexpectedEOF) {
		panic(err)
	}
	return data[:count]
}`,
  },
  readInput: {
    imports: ['errors', 'strings'],
    needs: ['stdinFile'],
    text: `// readInput gives the next line of standard input, without its end.
func readInput() (string, error) {
	line := stdinFile.readLine()
	if line == "" {
		return "", errors.New("EOF when reading a line")
	}
	return strings.TrimSuffix(line, "\\n"), nil
}`,
  },
  stdinFile: standard('stdinFile', 'Stdin', 'input'),
  stdoutFile: standard('stdoutFile', 'Stdout', 'output'),
  stderrFile: standard('stderrFile', 'Stderr', 'error'),
};
