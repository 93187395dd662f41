/** Paths as texts, and what stands at a path. */
import type { HelperText } from './helperText';

export const paths: Record<string, HelperText> = {
  joinPath: {
    imports: ['strings'],
    text: `// joinPath puts the parts of a path together and leaves each as it is.
func joinPath(path string, parts ...string) string {
	for _, part := range parts {
		switch {
		case strings.HasPrefix(part, "/"):
			path = part
		case path == "" || strings.HasSuffix(path, "/"):
			path += part
		default:
			path += "/" + part
		}
	}
	return path
}`,
  },
  pathBase: {
    imports: ['strings'],
    text: `// pathBase gives what comes after the last slash.
func pathBase(path string) string {
	return path[strings.LastIndex(path, "/")+1:]
}`,
  },
  pathDir: {
    imports: ['strings'],
    text: `// pathDir gives what comes before the last slash, without slashes at its end.
func pathDir(path string) string {
	head := path[:strings.LastIndex(path, "/")+1]
	if trimmed := strings.TrimRight(head, "/"); trimmed != "" {
		return trimmed
	}
	return head
}`,
  },
  splitPath: {
    needs: ['pair', 'pathBase', 'pathDir'],
    text: `// splitPath parts a path at its last slash.
func splitPath(path string) pair[string, string] {
	return pair[string, string]{pathDir(path), pathBase(path)}
}`,
  },
  splitExtension: {
    imports: ['strings'],
    needs: ['pair', 'pathBase'],
    text: `// splitExtension parts a path in front of its extension; dots that a name begins with start none.
func splitExtension(path string) pair[string, string] {
	name := pathBase(path)
	start := len(path) - len(strings.TrimLeft(name, "."))
	if dot := strings.LastIndex(path, "."); dot >= start {
		return pair[string, string]{path[:dot], path[dot:]}
	}
	return pair[string, string]{path, ""}
}`,
  },
  relativePath: {
    imports: ['path/filepath'],
    text: `// relativePath gives the way from start to path.
func relativePath(path, start string) (string, error) {
	from, err := filepath.Abs(start)
	if err != nil {
		return "", err
	}
	to, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	return filepath.Rel(from, to)
}`,
  },
  expandUser: {
    imports: ['os', 'strings'],
    text: `// expandUser writes out the home folder that a path begins with.
func expandUser(path string) string {
	if home, err := os.UserHomeDir(); err == nil && (path == "~" || strings.HasPrefix(path, "~/")) {
		return home + path[1:]
	}
	return path
}`,
  },
  commonPrefix: {
    imports: ['strings'],
    text: `// commonPrefix gives the longest text that all of them begin with.
func commonPrefix(texts []string) string {
	if len(texts) == 0 {
		return ""
	}
	prefix := []rune(texts[0])
	for _, text := range texts[1:] {
		for !strings.HasPrefix(text, string(prefix)) {
			prefix = prefix[:len(prefix)-1]
		}
	}
	return string(prefix)
}`,
  },
  pathExists: {
    imports: ['os'],
    text: `// pathExists tells whether there is a file or a folder at the path.
func pathExists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}`,
  },
  isRegularFile: {
    imports: ['os'],
    text: `// isRegularFile tells whether there is an ordinary file at the path.
func isRegularFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}`,
  },
  isDirectory: {
    imports: ['os'],
    text: `// isDirectory tells whether there is a folder at the path.
func isDirectory(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}`,
  },
  fileSize: {
    imports: ['os'],
    text: `// fileSize gives the size of a file in bytes.
func fileSize(path string) (int, error) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, err
	}
	return int(info.Size()), nil
}`,
  },
  changeTime: {
    imports: ['os'],
    text: `// changeTime gives the time of the last change of a file, in seconds since 1970.
func changeTime(path string) (float64, error) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, err
	}
	return float64(info.ModTime().UnixNano()) / 1e9, nil
}`,
  },
  fnmatch: {
    imports: ['regexp', 'strings'],
    text: `// fnmatch tells whether a name is as a shell's pattern says; a star stands for slashes as well.
func fnmatch(name, pattern string) bool {
	var expression strings.Builder
	inSet := false
	for i, r := range pattern {
		switch {
		case inSet && r == '!' && pattern[i-1] == '[':
			expression.WriteByte('^')
		case inSet:
			inSet = r != ']'
			expression.WriteRune(r)
		case r == '*':
			expression.WriteString(".*")
		case r == '?':
			expression.WriteByte('.')
		case r == '[' && strings.Contains(pattern[i:], "]"):
			inSet = true
			expression.WriteRune(r)
		default:
			expression.WriteString(regexp.QuoteMeta(string(r)))
		}
	}
	return regexp.MustCompile("(?s)^(?:" + expression.String() + ")$").MatchString(name)
}`,
  },
  fnmatchFilter: {
    needs: ['fnmatch'],
    text: `// fnmatchFilter gives the names that are as a shell's pattern says.
func fnmatchFilter(names []string, pattern string) []string {
	found := []string{}
	for _, name := range names {
		if fnmatch(name, pattern) {
			found = append(found, name)
		}
	}
	return found
}`,
  },
  globPaths: {
    imports: ['path/filepath', 'strings'],
    text: `// globPaths gives the paths that are as a shell's pattern says, without hidden ones.
func globPaths(pattern string) []string {
	found, err := filepath.Glob(pattern)
	if err != nil {
		panic(err)
	}
	shown := []string{}
	for _, path := range found {
		if !strings.HasPrefix(filepath.Base(path), ".") || strings.HasPrefix(filepath.Base(pattern), ".") {
			shown = append(shown, path)
		}
	}
	return shown
}`,
  },
};
