/** Signals. */
export const osSignal = `
func Ignore(sig ...os.Signal) ! io
func Ignored(sig os.Signal) bool ! io
func Notify(c chan <- os.Signal, sig ...os.Signal) ! io
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) ! io
func Reset(sig ...os.Signal) ! io
func Stop(c chan <- os.Signal) ! io
`;
