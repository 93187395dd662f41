/** Files and folders as a whole. */
export const shutil = `
copy(src: any, dst: any, *, follow_symlinks?: bool) -> str ! io OSError
copy2(src: any, dst: any, *, follow_symlinks?: bool) -> str ! io OSError
copyfile(src: any, dst: any, *, follow_symlinks?: bool) -> str ! io OSError
copyfileobj(fsrc: any, fdst: any, length?: int) -> None ! io
copytree(src: any, dst: any, symlinks?: bool, ignore?: any, copy_function?: any, ignore_dangling_symlinks?: bool, dirs_exist_ok?: bool) -> str ! io OSError
disk_usage(path: any) -> any ! io OSError
get_terminal_size(fallback?: tuple[int, int]) -> any ! io
make_archive(base_name: str, format: str, root_dir?: any, base_dir?: any, verbose?: bool, dry_run?: bool, owner?: any, group?: any, logger?: any) -> str ! io
move(src: any, dst: any, copy_function?: any) -> str ! io OSError
rmtree(path: any, ignore_errors?: bool, onerror?: any, *, dir_fd?: int | None) -> None ! io OSError
which(cmd: str, mode?: int, path?: str | None) -> str | None ! io
`;
