/** Folders, files as a whole, and the environment. */
import type { HelperText } from './helperText';

export const system: Record<string, HelperText> = {
  fileErrorText: {
    imports: ['errors', 'fmt', 'io/fs', 'strings', 'syscall'],
    needs: ['quoted'],
    text: `// fileErrorText words an error of the operating system as Python does.
func fileErrorText(err error) string {
	var number syscall.Errno
	if !errors.As(err, &number) {
		return err.Error()
	}
	reason := number.Error()
	text := fmt.Sprintf("[Errno %d] %s", int(number), strings.ToUpper(reason[:1])+reason[1:])
	var place *fs.PathError
	if errors.As(err, &place) {
		text += ": " + quoted(place.Path)
	}
	return text
}`,
  },
  envOr: {
    imports: ['os'],
    text: `// envOr gives a variable of the environment, or the fallback where it is not set.
func envOr(name, fallback string) string {
	if value, ok := os.LookupEnv(name); ok {
		return value
	}
	return fallback
}`,
  },
  lookupEnv: {
    imports: ['os'],
    text: `// lookupEnv gives a variable of the environment, or nil where it is not set.
func lookupEnv(name string) *string {
	if value, ok := os.LookupEnv(name); ok {
		return &value
	}
	return nil
}`,
  },
  hasEnv: {
    imports: ['os'],
    text: `// hasEnv tells whether a variable of the environment is set.
func hasEnv(name string) bool {
	_, ok := os.LookupEnv(name)
	return ok
}`,
  },
  environment: {
    imports: ['os', 'strings'],
    text: `// environment gives the variables of the environment.
func environment() map[string]string {
	variables := map[string]string{}
	for _, entry := range os.Environ() {
		name, value, _ := strings.Cut(entry, "=")
		variables[name] = value
	}
	return variables
}`,
  },
  namesInFolder: {
    imports: ['os'],
    text: `// namesInFolder gives the names of what is in a folder.
func namesInFolder(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	names := make([]string, len(entries))
	for i, entry := range entries {
		names[i] = entry.Name()
	}
	return names, nil
}`,
  },
  makeNewFolders: {
    imports: ['os', 'path/filepath'],
    text: `// makeNewFolders makes a folder, which may not be there yet, and those that it is in.
func makeNewFolders(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.Mkdir(path, 0o755)
}`,
  },
  walkFolders: {
    imports: ['iter', 'os', 'path/filepath'],
    needs: ['triple'],
    text: `// walkFolders gives each folder below root, with the names of the folders and of the files in it.
func walkFolders(root string) iter.Seq[triple[string, []string, []string]] {
	return func(yield func(triple[string, []string, []string]) bool) {
		var visit func(folder string) bool
		visit = func(folder string) bool {
			entries, err := os.ReadDir(folder)
			if err != nil {
				return true
			}
			folders, files := []string{}, []string{}
			for _, entry := range entries {
				if entry.IsDir() {
					folders = append(folders, entry.Name())
				} else {
					files = append(files, entry.Name())
				}
			}
			if !yield(triple[string, []string, []string]{folder, folders, files}) {
				return false
			}
			for _, name := range folders {
				if !visit(filepath.Join(folder, name)) {
					return false
				}
			}
			return true
		}
		visit(root)
	}
}`,
  },
  copyFile: {
    imports: ['io', 'os', 'path/filepath'],
    text: `// copyFile copies a file to a path or into a folder, and gives where it is then.
func copyFile(source, target string) (string, error) {
	if info, err := os.Stat(target); err == nil && info.IsDir() {
		target = filepath.Join(target, filepath.Base(source))
	}
	in, err := os.Open(source)
	if err != nil {
		return "", err
	}
	defer in.Close()
	out, err := os.Create(target)
	if err != nil {
		return "", err
	}
	if _, err := io.Copy(out, in); err != nil {
		out.Close()
		return "", err
	}
	return target, out.Close()
}`,
  },
  moveFile: {
    imports: ['os', 'path/filepath'],
    text: `// moveFile moves what is at a path to another or into a folder, and gives where it is then.
func moveFile(source, target string) (string, error) {
	if info, err := os.Stat(target); err == nil && info.IsDir() {
		target = filepath.Join(target, filepath.Base(source))
	}
	return target, os.Rename(source, target)
}`,
  },
  copyTree: {
    imports: ['os'],
    text: `// copyTree copies a folder with all that is in it.
func copyTree(source, target string) (string, error) {
	return target, os.CopyFS(target, os.DirFS(source))
}`,
  },
  programPath: {
    imports: ['os/exec'],
    text: `// programPath gives where a program is, or nil where there is none of that name.
func programPath(name string) *string {
	path, err := exec.LookPath(name)
	if err != nil {
		return nil
	}
	return &path
}`,
  },
  requiredEnv: {
    imports: ['errors', 'os'],
    needs: ['quoted'],
    text: `// requiredEnv gives a variable of the environment, which has to be set.
func requiredEnv(name string) (string, error) {
	value, ok := os.LookupEnv(name)
	if !ok {
		return "", errors.New(quoted(name))
	}
	return value, nil
}`,
  },
  machineName: {
    imports: ['runtime'],
    text: `// machineName gives the kind of processor as uname calls it.
func machineName() string {
	switch runtime.GOARCH {
	case "amd64":
		return "x86_64"
	case "arm64":
		return "aarch64"
	}
	return runtime.GOARCH
}`,
  },
  systemName: {
    imports: ['runtime', 'strings'],
    text: `// systemName gives the name of the operating system as uname writes it.
func systemName() string {
	return strings.ToUpper(runtime.GOOS[:1]) + runtime.GOOS[1:]
}`,
  },
  userName: {
    imports: ['os/user'],
    text: `// userName gives the name under which the program runs.
func userName() string {
	current, err := user.Current()
	if err != nil {
		panic(err)
	}
	return current.Username
}`,
  },
};
