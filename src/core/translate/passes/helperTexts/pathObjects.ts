/** What paths that are kept clean are made of, and what is below them. */
import type { HelperText } from './helperText';

export const pathObjects: Record<string, HelperText> = {
  pathSuffix: {
    imports: ['path/filepath', 'strings'],
    text: `// pathSuffix gives the extension of a path; a dot at either end of the name starts none.
func pathSuffix(path string) string {
	name := filepath.Base(path)
	if dot := strings.LastIndex(name, "."); dot > 0 && dot < len(name)-1 {
		return name[dot:]
	}
	return ""
}`,
  },
  pathStem: {
    imports: ['path/filepath', 'strings'],
    needs: ['pathSuffix'],
    text: `// pathStem gives the name of a path without its extension.
func pathStem(path string) string {
	return strings.TrimSuffix(filepath.Base(path), pathSuffix(path))
}`,
  },
  pathSuffixes: {
    imports: ['path/filepath', 'strings'],
    text: `// pathSuffixes gives all extensions of a path.
func pathSuffixes(path string) []string {
	name := strings.TrimLeft(filepath.Base(path), ".")
	suffixes := []string{}
	if strings.HasSuffix(name, ".") {
		return suffixes
	}
	for _, part := range strings.Split(name, ".")[1:] {
		suffixes = append(suffixes, "."+part)
	}
	return suffixes
}`,
  },
  pathParts: {
    imports: ['strings'],
    text: `// pathParts gives the names that a path is made of.
func pathParts(path string) []string {
	parts := []string{}
	if strings.HasPrefix(path, "/") {
		parts = append(parts, "/")
	}
	for _, part := range strings.Split(path, "/") {
		if part != "" && part != "." {
			parts = append(parts, part)
		}
	}
	return parts
}`,
  },
  pathParents: {
    imports: ['path/filepath'],
    text: `// pathParents gives the folders that a path is in, the nearest first.
func pathParents(path string) []string {
	parents := []string{}
	for parent := filepath.Dir(path); parent != path; parent = filepath.Dir(path) {
		parents = append(parents, parent)
		path = parent
	}
	return parents
}`,
  },
  replaceSuffix: {
    imports: ['strings'],
    needs: ['pathSuffix'],
    text: `// replaceSuffix gives the path with another extension.
func replaceSuffix(path, suffix string) string {
	return strings.TrimSuffix(path, pathSuffix(path)) + suffix
}`,
  },
  replaceStem: {
    imports: ['path/filepath'],
    needs: ['pathSuffix'],
    text: `// replaceStem gives the path with another name before its extension.
func replaceStem(path, stem string) string {
	return filepath.Join(filepath.Dir(path), stem+pathSuffix(path))
}`,
  },
  isBelow: {
    imports: ['strings'],
    text: `// isBelow tells whether a path is a folder or in it.
func isBelow(path, folder string) bool {
	return path == folder || folder == "." && !strings.HasPrefix(path, "/") || strings.HasPrefix(path, strings.TrimSuffix(folder, "/")+"/")
}`,
  },
  pathBelow: {
    imports: ['fmt', 'path/filepath'],
    needs: ['isBelow', 'quoted'],
    text: `// pathBelow gives the way from a folder to a path in it.
func pathBelow(path, folder string) (string, error) {
	if !isBelow(path, folder) {
		return "", fmt.Errorf("%s is not in the subpath of %s OR one path is relative and the other is absolute.", quoted(path), quoted(folder))
	}
	return filepath.Rel(folder, path)
}`,
  },
  comparePaths: {
    imports: ['slices', 'strings'],
    text: `// comparePaths compares two paths name by name.
func comparePaths(a, b string) int {
	return slices.Compare(strings.Split(a, "/"), strings.Split(b, "/"))
}`,
  },
  makeFolder: {
    imports: ['errors', 'io/fs', 'os'],
    text: `// makeFolder makes a folder, which may be there already.
func makeFolder(path string) error {
	if err := os.Mkdir(path, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}`,
  },
  removeIfThere: {
    imports: ['errors', 'io/fs', 'os'],
    text: `// removeIfThere removes a file, which may be gone already.
func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}`,
  },
  touchFile: {
    imports: ['os', 'time'],
    text: `// touchFile makes an empty file, or sets the time of the last change of one that is there.
func touchFile(path string) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	now := time.Now()
	if err := os.Chtimes(path, now, now); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}`,
  },
  folderPaths: {
    imports: ['os', 'path/filepath'],
    text: `// folderPaths gives the paths of what is in a folder.
func folderPaths(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	paths := make([]string, len(entries))
	for i, entry := range entries {
		paths[i] = filepath.Join(folder, entry.Name())
	}
	return paths, nil
}`,
  },
  globBelow: {
    imports: ['os', 'path/filepath', 'strings'],
    text: `// globBelow gives the paths below a folder that are as a pattern says; ** stands for folders, however deep.
func globBelow(root, pattern string) []string {
	found := []string{}
	var visit func(folder string, parts []string)
	visit = func(folder string, parts []string) {
		if len(parts) == 0 {
			found = append(found, folder)
			return
		}
		if parts[0] == "**" {
			visit(folder, parts[1:])
		}
		entries, err := os.ReadDir(folder)
		if err != nil {
			return
		}
		for _, entry := range entries {
			path := filepath.Join(folder, entry.Name())
			if parts[0] == "**" {
				if entry.IsDir() {
					visit(path, parts)
				}
			} else if matched, err := filepath.Match(parts[0], entry.Name()); err == nil && matched {
				visit(path, parts[1:])
			}
		}
	}
	visit(root, strings.Split(pattern, "/"))
	return found
}`,
  },
};
