/** What Go's regexp says of groups and Python's re does not. */
import type { Helpers } from './helper';

export const regexp = {
  group_spans: {
    imports: ['import re'],
    text: `
def group_spans(match: re.Match[str]) -> list[int]:
    """Where the match and its groups begin and end, in pairs; -1 where a group takes no part."""
    return [place for group in range(match.re.groups + 1) for place in match.span(group)]
`,
  },
  group_names: {
    imports: ['import re'],
    text: `
def group_names(pattern: re.Pattern[str]) -> list[str]:
    """The name of each group, the whole match first; empty where it has none."""
    names = {index: name for name, index in pattern.groupindex.items()}
    return [names.get(index, "") for index in range(pattern.groups + 1)]
`,
  },
  expand_groups: {
    imports: ['import re'],
    text: `
def expand_groups(match: re.Match[str], template: str) -> str:
    """Put groups in place of $1 and \${name}; those that do not exist are empty."""

    def group(place: re.Match[str]) -> str:
        name = place.group(1) or place.group(2)
        if name is None:
            return "$"
        key = int(name) if name.isdecimal() else name
        known = key <= match.re.groups if isinstance(key, int) else key in match.re.groupindex
        return (match.group(key) or "") if known else ""

    return re.sub(r"\\$(?:\\{(\\w+)\\}|(\\w+)|\\$)", group, template)
`,
  },
} satisfies Helpers;
