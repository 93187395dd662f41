"""An elevator that collects requests on its way (the SCAN strategy)."""

UP, DOWN, IDLE = 1, -1, 0
NAMES = {UP: "up", DOWN: "down", IDLE: "idle"}


class Passenger:
    def __init__(self, name, origin, target):
        self.name = name
        self.origin = origin
        self.target = target
        self.waited = 0
        self.riding = 0

    @property
    def direction(self):
        return UP if self.target > self.origin else DOWN

    def __repr__(self):
        return f"{self.name}({self.origin}->{self.target})"


class Elevator:
    def __init__(self, floors, capacity=2):
        self.floors = floors
        self.capacity = capacity
        self.floor = 0
        self.direction = IDLE
        self.riders = []
        self.waiting = {floor: [] for floor in range(floors)}
        self.delivered = []
        self.moves = 0

    def call(self, passenger):
        for floor in (passenger.origin, passenger.target):
            if not 0 <= floor < self.floors:
                raise ValueError(f"no floor {floor} for {passenger.name}")
        if passenger.origin == passenger.target:
            raise ValueError(f"{passenger.name} is already there")
        self.waiting[passenger.origin].append(passenger)

    def stops(self):
        wanted = {p.target for p in self.riders}
        wanted.update(floor for floor, queue in self.waiting.items() if queue)
        return wanted

    def choose_direction(self):
        wanted = self.stops()
        if not wanted:
            return IDLE
        above = any(f > self.floor for f in wanted)
        below = any(f < self.floor for f in wanted)
        if self.direction == UP and above:
            return UP
        if self.direction == DOWN and below:
            return DOWN
        return UP if above else DOWN if below else IDLE

    def open_doors(self):
        out = [p for p in self.riders if p.target == self.floor]
        self.riders = [p for p in self.riders if p.target != self.floor]
        self.delivered.extend(out)
        queue = self.waiting[self.floor]
        entering = []
        while queue and len(self.riders) < self.capacity:
            passenger = queue.pop(0)
            self.riders.append(passenger)
            entering.append(passenger)
        return out, entering

    def tick(self):
        out, entering = self.open_doors()
        notes = []
        if out:
            notes.append("out: " + ", ".join(p.name for p in out))
        if entering:
            notes.append("in: " + ", ".join(map(repr, entering)))
        for queue in self.waiting.values():
            for p in queue:
                p.waited += 1
        for p in self.riders:
            p.riding += 1
        self.direction = self.choose_direction()
        line = f"floor {self.floor} {NAMES[self.direction]:<5}"
        print(line + "; ".join(notes) if notes else line.rstrip())
        self.floor += self.direction
        self.moves += abs(self.direction)
        return self.direction != IDLE


def main():
    lift = Elevator(floors=7)
    requests = [("Ann", 3, 0), ("Ben", 0, 5), ("Cho", 0, 2), ("Dee", 0, 6), ("Eli", 4, 4), ("Flo", 2, 9)]
    for name, origin, target in requests:
        try:
            lift.call(Passenger(name, origin, target))
        except ValueError as e:
            print("refused:", e)

    late = {4: Passenger("Gus", 6, 1), 9: Passenger("Hal", 1, 3)}
    time = 0
    while lift.tick() or any(t > time for t in late):
        time += 1
        if time in late:
            lift.call(late[time])
        if time > 60:
            raise RuntimeError("the lift never stops")

    print(f"\n{lift.moves} floors travelled in {time} ticks")
    for p in sorted(lift.delivered, key=lambda p: p.waited, reverse=True):
        print(f"{p.name}: waited {p.waited}, rode {p.riding}" + (" (detour)" if p.riding > abs(p.target - p.origin) else ""))


main()
