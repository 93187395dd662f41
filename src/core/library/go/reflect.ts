/** Types and values at run time. */
export const reflect = `
func Append(s Value, x ...Value) Value
func AppendSlice(s Value, t Value) Value
const Array Kind
func ArrayOf(length int, elem Type) Type
const Bool Kind
const BothDir ChanDir
const Chan Kind
type ChanDir int
  String() string
func ChanOf(dir ChanDir, t Type) Type
const Complex128 Kind
const Complex64 Kind
func Copy(dst Value, src Value) int ! dst
func DeepEqual(x any, y any) bool
const Float32 Kind
const Float64 Kind
const Func Kind
func FuncOf(in []Type, out []Type, variadic bool) Type
func Indirect(v Value) Value
const Int Kind
const Int16 Kind
const Int32 Kind
const Int64 Kind
const Int8 Kind
const Interface Kind
const Invalid Kind
type Kind uint
  String() string
func MakeChan(typ Type, buffer int) Value
func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value
func MakeMap(typ Type) Value
func MakeMapWithSize(typ Type, n int) Value
func MakeSlice(typ Type, len int, cap int) Value
const Map Kind
type MapIter struct
  *Key() Value
  *Next() bool
  *Reset(v Value)
  *Value() Value
func MapOf(key Type, elem Type) Type
type Method struct
  Name string
  PkgPath string
  Type Type
  Func Value
  Index int
  IsExported() bool
func New(typ Type) Value
func NewAt(typ Type, p unsafe.Pointer) Value
const Pointer Kind
func PointerTo(t Type) Type
const Ptr Kind
func PtrTo(t Type) Type
const RecvDir ChanDir
func Select(cases []SelectCase) (chosen int, recv Value, recvOK bool)
type SelectCase struct
  Dir SelectDir
  Chan Value
  Send Value
const SelectDefault SelectDir
type SelectDir int
const SelectRecv SelectDir
const SelectSend SelectDir
const SendDir ChanDir
const Slice Kind
func SliceAt(typ Type, p unsafe.Pointer, n int) Value
type SliceHeader struct
  Data uintptr
  Len int
  Cap int
func SliceOf(t Type) Type
const String Kind
type StringHeader struct
  Data uintptr
  Len int
const Struct Kind
type StructField struct
  Name string
  PkgPath string
  Type Type
  Tag StructTag
  Offset uintptr
  Index []int
  Anonymous bool
  IsExported() bool
func StructOf(fields []StructField) Type
type StructTag string
  Get(key string) string
  Lookup(key string) (value string, ok bool)
func Swapper(slice any) func(i int, j int)
type Type interface
  Align() int
  AssignableTo(u Type) bool
  Bits() int
  CanSeq() bool
  CanSeq2() bool
  ChanDir() ChanDir
  Comparable() bool
  ConvertibleTo(u Type) bool
  Elem() Type
  Field(i int) StructField
  FieldAlign() int
  FieldByIndex(index []int) StructField
  FieldByName(name string) (StructField, bool)
  FieldByNameFunc(match func(string) bool) (StructField, bool)
  Fields() iter.Seq[StructField]
  Implements(u Type) bool
  In(i int) Type
  Ins() iter.Seq[Type]
  IsVariadic() bool
  Key() Type
  Kind() Kind
  Len() int
  Method(int) Method
  MethodByName(string) (Method, bool)
  Methods() iter.Seq[Method]
  Name() string
  NumField() int
  NumIn() int
  NumMethod() int
  NumOut() int
  Out(i int) Type
  Outs() iter.Seq[Type]
  OverflowComplex(x complex128) bool
  OverflowFloat(x float64) bool
  OverflowInt(x int64) bool
  OverflowUint(x uint64) bool
  PkgPath() string
  Size() uintptr
  String() string
func TypeAssert[T any](v Value) (T, bool)
func TypeFor[T any]() Type
func TypeOf(i any) Type
const Uint Kind
const Uint16 Kind
const Uint32 Kind
const Uint64 Kind
const Uint8 Kind
const Uintptr Kind
const UnsafePointer Kind
type Value struct
  Addr() Value
  Bool() bool
  Bytes() []byte
  Call(in []Value) []Value ! io
  CallSlice(in []Value) []Value ! io
  CanAddr() bool
  CanComplex() bool
  CanConvert(t Type) bool
  CanFloat() bool
  CanInt() bool
  CanInterface() bool
  CanSet() bool
  CanUint() bool
  Cap() int
  Clear() ! self
  Close() ! io
  Comparable() bool
  Complex() complex128
  Convert(t Type) Value
  Elem() Value
  Equal(u Value) bool
  Field(i int) Value
  FieldByIndex(index []int) Value
  FieldByIndexErr(index []int) (Value, error)
  FieldByName(name string) Value
  FieldByNameFunc(match func(string) bool) Value
  Fields() iter.Seq2[StructField, Value]
  Float() float64
  Grow(n int) ! self
  Index(i int) Value
  Int() int64
  Interface() (i any)
  InterfaceData() [2]uintptr
  IsNil() bool
  IsValid() bool
  IsZero() bool
  Kind() Kind
  Len() int
  MapIndex(key Value) Value
  MapKeys() []Value
  MapRange() *MapIter
  Method(i int) Value
  MethodByName(name string) Value
  Methods() iter.Seq2[Method, Value]
  NumField() int
  NumMethod() int
  OverflowComplex(x complex128) bool
  OverflowFloat(x float64) bool
  OverflowInt(x int64) bool
  OverflowUint(x uint64) bool
  Pointer() uintptr
  Recv() (x Value, ok bool) ! io
  Send(x Value) ! io
  Seq() iter.Seq[Value]
  Seq2() iter.Seq2[Value, Value]
  Set(x Value) ! self
  SetBool(x bool) ! self
  SetBytes(x []byte) ! self
  SetCap(n int) ! self
  SetComplex(x complex128) ! self
  SetFloat(x float64) ! self
  SetInt(x int64) ! self
  SetIterKey(iter *MapIter) ! self
  SetIterValue(iter *MapIter) ! self
  SetLen(n int) ! self
  SetMapIndex(key Value, elem Value) ! self
  SetPointer(x unsafe.Pointer) ! self
  SetString(x string) ! self
  SetUint(x uint64) ! self
  SetZero() ! self
  Slice(i int, j int) Value
  Slice3(i int, j int, k int) Value
  String() string
  TryRecv() (x Value, ok bool) ! io
  TrySend(x Value) bool ! io
  Type() Type
  Uint() uint64
  UnsafeAddr() uintptr
  UnsafePointer() unsafe.Pointer
type ValueError struct
  Method string
  Kind Kind
  *Error() string
func ValueOf(i any) Value
func VisibleFields(t Type) []StructField
func Zero(typ Type) Value
`;
