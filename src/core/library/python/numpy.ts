/** NumPy, very roughly: what gives an array and what a number. */
export const numpy = `
array(a: any, **kwargs: any) -> ndarray
asarray(a: any, **kwargs: any) -> ndarray
zeros(a: any, **kwargs: any) -> ndarray
ones(a: any, **kwargs: any) -> ndarray
empty(a: any, **kwargs: any) -> ndarray
full(a: any, **kwargs: any) -> ndarray
arange(a: any, **kwargs: any) -> ndarray
linspace(a: any, **kwargs: any) -> ndarray
eye(a: any, **kwargs: any) -> ndarray
identity(a: any, **kwargs: any) -> ndarray
dot(a: any, **kwargs: any) -> ndarray
matmul(a: any, **kwargs: any) -> ndarray
cross(a: any, **kwargs: any) -> ndarray
outer(a: any, **kwargs: any) -> ndarray
concatenate(a: any, **kwargs: any) -> ndarray
stack(a: any, **kwargs: any) -> ndarray
vstack(a: any, **kwargs: any) -> ndarray
hstack(a: any, **kwargs: any) -> ndarray
transpose(a: any, **kwargs: any) -> ndarray
reshape(a: any, **kwargs: any) -> ndarray
where(a: any, **kwargs: any) -> ndarray
sort(a: any, **kwargs: any) -> ndarray
argsort(a: any, **kwargs: any) -> ndarray
unique(a: any, **kwargs: any) -> ndarray
cumsum(a: any, **kwargs: any) -> ndarray
abs(a: any, **kwargs: any) -> ndarray
sqrt(a: any, **kwargs: any) -> ndarray
exp(a: any, **kwargs: any) -> ndarray
log(a: any, **kwargs: any) -> ndarray
sin(a: any, **kwargs: any) -> ndarray
cos(a: any, **kwargs: any) -> ndarray
tan(a: any, **kwargs: any) -> ndarray
power(a: any, **kwargs: any) -> ndarray
maximum(a: any, **kwargs: any) -> ndarray
minimum(a: any, **kwargs: any) -> ndarray
clip(a: any, **kwargs: any) -> ndarray
round(a: any, **kwargs: any) -> ndarray
diff(a: any, **kwargs: any) -> ndarray
zeros_like(a: any, **kwargs: any) -> ndarray
ones_like(a: any, **kwargs: any) -> ndarray
full_like(a: any, **kwargs: any) -> ndarray
meshgrid(a: any, **kwargs: any) -> ndarray
tile(a: any, **kwargs: any) -> ndarray
repeat(a: any, **kwargs: any) -> ndarray
isnan(a: any, **kwargs: any) -> ndarray
loadtxt(a: any, **kwargs: any) -> ndarray
genfromtxt(a: any, **kwargs: any) -> ndarray
mean(a: any, **kwargs: any) -> float
std(a: any, **kwargs: any) -> float
var(a: any, **kwargs: any) -> float
median(a: any, **kwargs: any) -> float
sum(a: any, **kwargs: any) -> float
prod(a: any, **kwargs: any) -> float
max(a: any, **kwargs: any) -> float
min(a: any, **kwargs: any) -> float
percentile(a: any, **kwargs: any) -> float
argmax(a: any, **kwargs: any) -> int
argmin(a: any, **kwargs: any) -> int
allclose(a: any, b: any, **kwargs: any) -> bool
array_equal(a: any, b: any) -> bool
random: module numpy.random
linalg: module numpy.linalg
float32: any
float64: any
int32: any
int64: any
pi: float
inf: float
nan: float
class ndarray
  T: ndarray
  shape: list[int]
  size: int
  ndim: int
  dtype: any
  astype(dtype: any, **kwargs: any) -> ndarray
  copy() -> ndarray
  dot(b: any) -> ndarray
  fill(value: any) -> None ! self
  flatten() -> ndarray
  max(**kwargs: any) -> float
  mean(**kwargs: any) -> float
  min(**kwargs: any) -> float
  ravel() -> ndarray
  reshape(*shape: any) -> ndarray
  sort(**kwargs: any) -> None ! self
  std(**kwargs: any) -> float
  sum(**kwargs: any) -> float
  tolist() -> list[any]
  transpose(*axes: any) -> ndarray
  __add__(value: any) -> ndarray
  __radd__(value: any) -> ndarray
  __sub__(value: any) -> ndarray
  __rsub__(value: any) -> ndarray
  __mul__(value: any) -> ndarray
  __rmul__(value: any) -> ndarray
  __truediv__(value: any) -> ndarray
  __rtruediv__(value: any) -> ndarray
  __pow__(value: any) -> ndarray
  __matmul__(value: any) -> ndarray
  __neg__() -> ndarray
  __getitem__(key: any) -> any
  __iter__() -> Iterator[any]
  __len__() -> int
`;
