/** Values that goroutines share without a lock. */
export const syncAtomic = `
func AddInt32(addr *int32, delta int32) (new int32) ! io addr
func AddInt64(addr *int64, delta int64) (new int64) ! io addr
func AddUint32(addr *uint32, delta uint32) (new uint32) ! io addr
func AddUint64(addr *uint64, delta uint64) (new uint64) ! io addr
func AddUintptr(addr *uintptr, delta uintptr) (new uintptr) ! io addr
func AndInt32(addr *int32, mask int32) (old int32) ! io addr
func AndInt64(addr *int64, mask int64) (old int64) ! io addr
func AndUint32(addr *uint32, mask uint32) (old uint32) ! io addr
func AndUint64(addr *uint64, mask uint64) (old uint64) ! io addr
func AndUintptr(addr *uintptr, mask uintptr) (old uintptr) ! io addr
type Bool struct
  *CompareAndSwap(old bool, new bool) (swapped bool) ! io self
  *Load() bool ! io
  *Store(val bool) ! io self
  *Swap(new bool) (old bool) ! io self
func CompareAndSwapInt32(addr *int32, old int32, new int32) (swapped bool) ! io addr
func CompareAndSwapInt64(addr *int64, old int64, new int64) (swapped bool) ! io addr
func CompareAndSwapPointer(addr *unsafe.Pointer, old unsafe.Pointer, new unsafe.Pointer) (swapped bool) ! io addr
func CompareAndSwapUint32(addr *uint32, old uint32, new uint32) (swapped bool) ! io addr
func CompareAndSwapUint64(addr *uint64, old uint64, new uint64) (swapped bool) ! io addr
func CompareAndSwapUintptr(addr *uintptr, old uintptr, new uintptr) (swapped bool) ! io addr
type Int32 struct
  *Add(delta int32) (new int32) ! io self
  *And(mask int32) (old int32) ! io self
  *CompareAndSwap(old int32, new int32) (swapped bool) ! io self
  *Load() int32 ! io
  *Or(mask int32) (old int32) ! io self
  *Store(val int32) ! io self
  *Swap(new int32) (old int32) ! io self
type Int64 struct
  *Add(delta int64) (new int64) ! io self
  *And(mask int64) (old int64) ! io self
  *CompareAndSwap(old int64, new int64) (swapped bool) ! io self
  *Load() int64 ! io
  *Or(mask int64) (old int64) ! io self
  *Store(val int64) ! io self
  *Swap(new int64) (old int64) ! io self
func LoadInt32(addr *int32) (val int32) ! io
func LoadInt64(addr *int64) (val int64) ! io
func LoadPointer(addr *unsafe.Pointer) (val unsafe.Pointer) ! io
func LoadUint32(addr *uint32) (val uint32) ! io
func LoadUint64(addr *uint64) (val uint64) ! io
func LoadUintptr(addr *uintptr) (val uintptr) ! io
func OrInt32(addr *int32, mask int32) (old int32) ! io addr
func OrInt64(addr *int64, mask int64) (old int64) ! io addr
func OrUint32(addr *uint32, mask uint32) (old uint32) ! io addr
func OrUint64(addr *uint64, mask uint64) (old uint64) ! io addr
func OrUintptr(addr *uintptr, mask uintptr) (old uintptr) ! io addr
type Pointer[T any] struct
  *CompareAndSwap(old *T, new *T) (swapped bool) ! io self
  *Load() *T ! io
  *Store(val *T) ! io self
  *Swap(new *T) (old *T) ! io self
func StoreInt32(addr *int32, val int32) ! io addr
func StoreInt64(addr *int64, val int64) ! io addr
func StorePointer(addr *unsafe.Pointer, val unsafe.Pointer) ! io addr
func StoreUint32(addr *uint32, val uint32) ! io addr
func StoreUint64(addr *uint64, val uint64) ! io addr
func StoreUintptr(addr *uintptr, val uintptr) ! io addr
func SwapInt32(addr *int32, new int32) (old int32) ! io addr
func SwapInt64(addr *int64, new int64) (old int64) ! io addr
func SwapPointer(addr *unsafe.Pointer, new unsafe.Pointer) (old unsafe.Pointer) ! io addr
func SwapUint32(addr *uint32, new uint32) (old uint32) ! io addr
func SwapUint64(addr *uint64, new uint64) (old uint64) ! io addr
func SwapUintptr(addr *uintptr, new uintptr) (old uintptr) ! io addr
type Uint32 struct
  *Add(delta uint32) (new uint32) ! io self
  *And(mask uint32) (old uint32) ! io self
  *CompareAndSwap(old uint32, new uint32) (swapped bool) ! io self
  *Load() uint32 ! io
  *Or(mask uint32) (old uint32) ! io self
  *Store(val uint32) ! io self
  *Swap(new uint32) (old uint32) ! io self
type Uint64 struct
  *Add(delta uint64) (new uint64) ! io self
  *And(mask uint64) (old uint64) ! io self
  *CompareAndSwap(old uint64, new uint64) (swapped bool) ! io self
  *Load() uint64 ! io
  *Or(mask uint64) (old uint64) ! io self
  *Store(val uint64) ! io self
  *Swap(new uint64) (old uint64) ! io self
type Uintptr struct
  *Add(delta uintptr) (new uintptr) ! io self
  *And(mask uintptr) (old uintptr) ! io self
  *CompareAndSwap(old uintptr, new uintptr) (swapped bool) ! io self
  *Load() uintptr ! io
  *Or(mask uintptr) (old uintptr) ! io self
  *Store(val uintptr) ! io self
  *Swap(new uintptr) (old uintptr) ! io self
type Value struct
  *CompareAndSwap(old any, new any) (swapped bool) ! io self
  *Load() (val any) ! io
  *Store(val any) ! io self
  *Swap(new any) (old any) ! io self
`;
