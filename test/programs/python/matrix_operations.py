"""Small exact matrices: products, powers, determinants, inverses."""

from fractions import Fraction


class ShapeError(Exception):
    pass


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        self.height = len(self.rows)
        self.width = len(self.rows[0]) if self.rows else 0
        if any(len(row) != self.width for row in self.rows):
            raise ShapeError("rows of different length")

    @classmethod
    def identity(cls, n):
        return cls([1 if i == j else 0 for j in range(n)] for i in range(n))

    @property
    def shape(self):
        return self.height, self.width

    def __getitem__(self, index):
        row, col = index
        return self.rows[row][col]

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __add__(self, other):
        if self.shape != other.shape:
            raise ShapeError(f"cannot add {self.shape} and {other.shape}")
        return Matrix([a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows))

    def __mul__(self, other):
        if isinstance(other, (int, Fraction)):
            return Matrix([x * other for x in row] for row in self.rows)
        if self.width != other.height:
            raise ShapeError(f"cannot multiply {self.shape} by {other.shape}")
        columns = list(zip(*other.rows))
        return Matrix([sum(a * b for a, b in zip(row, col)) for col in columns] for row in self.rows)

    __rmul__ = __mul__

    def __pow__(self, exponent):
        result = Matrix.identity(self.height)
        base = self
        while exponent:
            if exponent & 1:
                result = result * base
            base = base * base
            exponent >>= 1
        return result

    def transpose(self):
        return Matrix(zip(*self.rows))

    def determinant(self):
        if self.height != self.width:
            raise ShapeError("only square matrices have a determinant")
        work = [[Fraction(x) for x in row] for row in self.rows]
        det = Fraction(1)
        n = self.height
        for i in range(n):
            pivot = next((r for r in range(i, n) if work[r][i] != 0), None)
            if pivot is None:
                return Fraction(0)
            if pivot != i:
                work[i], work[pivot] = work[pivot], work[i]
                det = -det
            det *= work[i][i]
            for r in range(i + 1, n):
                factor = work[r][i] / work[i][i]
                for c in range(i, n):
                    work[r][c] -= factor * work[i][c]
        return det

    def __str__(self):
        texts = [[str(x) for x in row] for row in self.rows]
        widths = [max(len(row[c]) for row in texts) for c in range(self.width)]
        return "\n".join("[" + "  ".join(t.rjust(w) for t, w in zip(row, widths)) + "]" for row in texts)


a = Matrix([[1, 2], [3, 4]])
b = Matrix([[0, 1, -10], [1, 0, 5]])
print(a * b)
print(b.transpose())
print(a + a == 2 * a, a * Matrix.identity(2) == a, a.shape, b.shape)

fib = Matrix([[1, 1], [1, 0]]) ** 90
print("fib(90) =", fib[0, 1])

m = Matrix([[2, -1, 0], [-1, 2, -1], [0, -1, 2]])
print("det:", m.determinant(), a.determinant(), Matrix([[1, 2], [2, 4]]).determinant())
print(m * Fraction(1, 4))

for what in (lambda: a + b, lambda: b * a, lambda: Matrix([[1], [2, 3]]), b.determinant):
    try:
        what()
    except ShapeError as e:
        print("ShapeError:", e)
