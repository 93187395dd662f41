/** JSON. */
export const encodingJson = `
func Compact(dst *bytes.Buffer, src []byte) error ! dst
type Decoder struct
  *Buffered() io.Reader ! self
  *Decode(v any) error ! io self v
  *DisallowUnknownFields() ! self
  *InputOffset() int64
  *More() bool ! self
  *Token() (Token, error) ! self
  *UseNumber() ! self
type Delim rune
  String() string
type Encoder struct
  *Encode(v any) error ! io self
  *SetEscapeHTML(on bool) ! self
  *SetIndent(prefix string, indent string) ! self
func HTMLEscape(dst *bytes.Buffer, src []byte) ! dst
func Indent(dst *bytes.Buffer, src []byte, prefix string, indent string) error ! dst
type InvalidUTF8Error struct
  S string
  *Error() string
type InvalidUnmarshalError struct
  Type reflect.Type
  *Error() string
func Marshal(v any) ([]byte, error)
func MarshalIndent(v any, prefix string, indent string) ([]byte, error)
type Marshaler interface
  MarshalJSON() ([]byte, error)
type MarshalerError struct
  Type reflect.Type
  Err error
  *Error() string
  *Unwrap() error
func NewDecoder(r io.Reader) *Decoder
func NewEncoder(w io.Writer) *Encoder
type Number string
  Float64() (float64, error)
  Int64() (int64, error)
  String() string
type RawMessage []byte
  MarshalJSON() ([]byte, error)
  *UnmarshalJSON(data []byte) error ! self
type SyntaxError struct
  Offset int64
  *Error() string
type Token interface
func Unmarshal(data []byte, v any) error ! v
type UnmarshalFieldError struct
  Key string
  Type reflect.Type
  Field reflect.StructField
  *Error() string
type UnmarshalTypeError struct
  Value string
  Type reflect.Type
  Offset int64
  Struct string
  Field string
  *Error() string
type Unmarshaler interface
  UnmarshalJSON([]byte) error
type UnsupportedTypeError struct
  Type reflect.Type
  *Error() string
type UnsupportedValueError struct
  Value reflect.Value
  Str string
  *Error() string
func Valid(data []byte) bool
`;
