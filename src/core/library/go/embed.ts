/** Files inside the program. */
export const embed = `
type FS struct
  Open(name string) (fs.File, error) ! io
  ReadDir(name string) ([]fs.DirEntry, error) ! io
  ReadFile(name string) ([]byte, error) ! io
`;
