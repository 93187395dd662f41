/** Command-line arguments. */
export const argparse = `
ONE_OR_MORE: str
OPTIONAL: str
REMAINDER: str
SUPPRESS: str
ZERO_OR_MORE: str
class ArgumentParser
  __init__(prog?: str | None, usage?: str | None, description?: str | None, epilog?: str | None, parents?: list[ArgumentParser], formatter_class?: any, prefix_chars?: str, fromfile_prefix_chars?: str | None, argument_default?: any, conflict_handler?: str, add_help?: bool, allow_abbrev?: bool, exit_on_error?: bool)
  prog: str
  description: str | None
  add_argument(*args: any, **kwargs: any) -> Action ! self
  add_argument_group(*args: any, **kwargs: any) -> ArgumentParser ! self
  add_mutually_exclusive_group(**kwargs: any) -> ArgumentParser ! self
  add_subparsers(**kwargs: any) -> _SubParsersAction ! self
  error(message: str) -> None ! io SystemExit
  exit(status?: int, message?: str | None) -> None ! io SystemExit
  format_help() -> str
  format_usage() -> str
  get_default(dest: str) -> any
  parse_args(args?: list[str] | None, namespace?: any) -> Namespace ! io SystemExit
  parse_known_args(args?: list[str] | None, namespace?: any) -> tuple[Namespace, list[str]] ! io SystemExit
  print_help(file?: any) -> None ! io
  print_usage(file?: any) -> None ! io
  set_defaults(**kwargs: any) -> None ! self
class _SubParsersAction
  add_parser(name: str, **kwargs: any) -> ArgumentParser ! self
class Namespace
  __init__(**kwargs: any)
class Action
  dest: str
class ArgumentError(Exception)
class ArgumentTypeError(Exception)
class HelpFormatter
class RawDescriptionHelpFormatter(HelpFormatter)
class RawTextHelpFormatter(RawDescriptionHelpFormatter)
class ArgumentDefaultsHelpFormatter(HelpFormatter)
class FileType
  __init__(mode?: str, bufsize?: int, encoding?: str | None, errors?: str | None)
class BooleanOptionalAction(Action)
`;
