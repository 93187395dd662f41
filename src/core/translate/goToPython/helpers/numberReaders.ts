/**
 * Texts read as numbers, as strictly as strconv does. The `parse_` ones raise a ValueError with strconv's words; the
 * `read_` ones a NumError with its cause, for programs that look at those.
 */
import type { Helper, Helpers } from './helper';

const invalid = 'invalid syntax';
const outside = 'value out of range';

const valueErrors = {
  raising: (caller: string, failure: string): string =>
    caller.startsWith('"')
      ? `ValueError(f"strconv.${caller.slice(1, -1)}: parsing {quoted(text)}: ${failure}")`
      : `ValueError(f"strconv.{${caller}}: parsing {quoted(text)}: ${failure}")`,
  uses: ['quoted'],
};

const numErrors = {
  raising: (caller: string, failure: string): string =>
    `NumError(${caller}, text, ${failure === invalid ? 'InvalidSyntax' : 'OutOfRange'}())`,
  uses: ['NumError', 'InvalidSyntax', 'OutOfRange'],
};

function intReader(id: string, { raising, uses }: typeof valueErrors): Helper {
  return {
    imports: ['import re'],
    uses,
    text: `
def ${id}(
    text: str, base: int = 10, caller: str = "Atoi", bits: int = 64, signed: bool = True
) -> int:
    """Read an integer as strictly as strconv does, with its words for errors."""
    try:
        if base and not re.fullmatch(r"[+-]?[0-9a-wyzA-WYZ]+" if signed else r"[0-9a-wyzA-WYZ]+", text):
            raise ValueError
        value = int(text, base)
    except ValueError:
        value = None
    if value is None:
        raise ${raising('caller', invalid)}
    least = -(1 << (bits - 1)) if signed else 0
    if not least <= value < least + (1 << bits):
        raise ${raising('caller', outside)}
    return value
`,
  };
}

function floatReader(id: string, { raising, uses }: typeof valueErrors): Helper {
  return {
    uses,
    imports: ['import math'],
    text: `
def ${id}(text: str) -> float:
    """Read a float, with strconv's words for what is wrong."""
    try:
        if text != text.strip() or "_" in text:
            raise ValueError
        value = float(text)
    except ValueError:
        value = None
    if value is None:
        raise ${raising('"ParseFloat"', invalid)}
    if math.isinf(value) and "n" not in text.lower():
        raise ${raising('"ParseFloat"', outside)}
    return value
`,
  };
}

function boolReader(id: string, { raising, uses }: typeof valueErrors): Helper {
  return {
    uses,
    text: `
def ${id}(text: str) -> bool:
    """Read a truth value, as strconv.ParseBool does."""
    if text in ("1", "t", "T", "true", "TRUE", "True"):
        return True
    if text in ("0", "f", "F", "false", "FALSE", "False"):
        return False
    raise ${raising('"ParseBool"', invalid)}
`,
  };
}

export const numberReaders = {
  parse_int: intReader('parse_int', valueErrors),
  parse_float: floatReader('parse_float', valueErrors),
  parse_bool: boolReader('parse_bool', valueErrors),
  read_int: intReader('read_int', numErrors),
  read_float: floatReader('read_float', numErrors),
  read_bool: boolReader('read_bool', numErrors),
  InvalidSyntax: {
    text: `
class InvalidSyntax(ValueError):
    """A text is no number."""

    def __str__(self) -> str:
        return "${invalid}"
`,
  },
  OutOfRange: {
    text: `
class OutOfRange(ValueError):
    """A number does not fit its type."""

    def __str__(self) -> str:
        return "${outside}"
`,
  },
  NumError: {
    uses: ['quoted'],
    text: `
class NumError(ValueError):
    """A text that could not be read as a number; its cause says why."""

    def __init__(self, func: str, num: str, err: Exception) -> None:
        super().__init__(f"strconv.{func}: parsing {quoted(num)}: {err}")
        self.func = func
        self.num = num
        self.err = self.__cause__ = err
`,
  },
} satisfies Helpers;
