# A tiny publish/subscribe bus with priorities and one-shot handlers.
from collections import defaultdict


class EventBus:
    def __init__(self):
        self._handlers = defaultdict(list)
        self._counter = 0
        self.errors = []

    def on(self, event, priority=0, once=False):
        """Decorator that subscribes a function to an event."""

        def register(func):
            self.subscribe(event, func, priority, once)
            return func

        return register

    def subscribe(self, event, func, priority=0, once=False):
        self._counter += 1
        self._handlers[event].append((-priority, self._counter, func, once))
        self._handlers[event].sort(key=lambda h: h[:2])

        def unsubscribe():
            self._handlers[event] = [h for h in self._handlers[event] if h[2] is not func]

        return unsubscribe

    def emit(self, event, *args, **kwargs):
        called = 0
        for entry in list(self._handlers[event]):
            _, _, func, once = entry
            if once:
                self._handlers[event].remove(entry)
            try:
                func(*args, **kwargs)
            except Exception as exc:
                self.errors.append((event, type(exc).__name__, str(exc)))
            called += 1
        return called


bus = EventBus()
stock = {"apple": 5, "pear": 1}


@bus.on("order", priority=10)
def check_stock(item, qty=1):
    if stock.get(item, 0) < qty:
        bus.emit("out_of_stock", item)
        raise LookupError(f"not enough {item}")


@bus.on("order")
def ship(item, qty=1):
    stock[item] = stock.get(item, 0) - qty
    print(f"  shipped {qty} x {item}, left {stock[item]}")


@bus.on("order", once=True)
def first_order(item, **_):
    print(f"  first order ever: {item}!")


@bus.on("out_of_stock")
def reorder(item):
    print(f"  reordering {item}")
    stock[item] = stock.get(item, 0) + 10


log = []
stop_logging = bus.subscribe("order", lambda item, qty=1: log.append(f"{item}*{qty}"), priority=-5)

for item, qty in [("apple", 2), ("pear", 3), ("kiwi", 1)]:
    print(f"order {item} x{qty}")
    print("  handlers called:", bus.emit("order", item, qty=qty))

stop_logging()
print("order apple")
print("  handlers called:", bus.emit("order", "apple"))
print("nobody listens:", bus.emit("refund", 42))
print("log:", ", ".join(log))
print("stock:", stock)
for event, kind, message in bus.errors:
    print(f"error in {event}: {kind}: {message}")
