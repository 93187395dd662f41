/** What differs between two sequences. */
export const difflib = `
get_close_matches(word: str, possibilities: Iterable[str], n?: int, cutoff?: float) -> list[str]
unified_diff(a: list[str], b: list[str], fromfile?: str, tofile?: str, fromfiledate?: str, tofiledate?: str, n?: int, lineterm?: str) -> Iterator[str]
context_diff(a: list[str], b: list[str], fromfile?: str, tofile?: str, fromfiledate?: str, tofiledate?: str, n?: int, lineterm?: str) -> Iterator[str]
ndiff(a: list[str], b: list[str], linejunk?: any, charjunk?: any) -> Iterator[str]
IS_LINE_JUNK(line: str) -> bool
IS_CHARACTER_JUNK(ch: str) -> bool
class SequenceMatcher
  __init__(isjunk?: any, a?: any, b?: any, autojunk?: bool)
  ratio() -> float
  quick_ratio() -> float
  real_quick_ratio() -> float
  get_opcodes() -> list[tuple[str, int, int, int, int]]
  get_matching_blocks() -> list[Match]
  find_longest_match(alo?: int, ahi?: int, blo?: int, bhi?: int) -> Match
  set_seqs(a: any, b: any) -> None ! self
  set_seq1(a: any) -> None ! self
  set_seq2(b: any) -> None ! self
class Match
  a: int
  b: int
  size: int
`;
