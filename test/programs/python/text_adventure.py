"""A little text adventure; reads commands from standard input."""
import sys

ROOMS = {
    "hall": {"text": "A dusty hall.", "exits": {"north": "library", "east": "kitchen"}, "items": ["lamp"]},
    "library": {"text": "Shelves up to the ceiling.", "exits": {"south": "hall", "down": "cellar"}, "items": ["book"]},
    "kitchen": {"text": "It smells of soup.", "exits": {"west": "hall"}, "items": ["key", "spoon"]},
    "cellar": {"text": "A door with a heavy lock.", "exits": {"up": "library"}, "items": []},
}
DARK = {"cellar"}
SHORTCUTS = {"n": "go north", "s": "go south", "e": "go east", "w": "go west", "i": "inventory", "l": "look"}


class GameOver(Exception):
    pass


class Game:
    def __init__(self):
        self.room = "hall"
        self.bag = []
        self.moves = 0
        self.visited = {"hall"}
        self.commands = {
            "look": self.do_look,
            "go": self.do_go,
            "take": self.do_take,
            "drop": self.do_drop,
            "inventory": self.do_inventory,
            "use": self.do_use,
        }

    @property
    def here(self):
        return ROOMS[self.room]

    def do_look(self, *_):
        if self.room in DARK and "lamp" not in self.bag:
            print("It is pitch dark.")
            return
        print(self.here["text"])
        if self.here["items"]:
            print("You see:", ", ".join(sorted(self.here["items"])))
        print("Exits:", " ".join(self.here["exits"]))

    def do_go(self, direction=None, *_):
        if direction is None:
            print("Go where?")
        elif direction not in self.here["exits"]:
            print(f"You cannot go {direction}.")
        else:
            self.room = self.here["exits"][direction]
            self.visited.add(self.room)
            print(f"== {self.room.title()} ==")
            self.do_look()

    def do_take(self, *words):
        wanted = list(self.here["items"]) if words == ("all",) else words
        for item in wanted:
            if item in self.here["items"]:
                self.here["items"].remove(item)
                self.bag.append(item)
                print(f"{item}: taken.")
            else:
                print(f"There is no {item} here.")

    def do_drop(self, item="", *_):
        if item not in self.bag:
            print("You do not have that.")
            return
        self.bag.remove(item)
        self.here["items"].append(item)
        print("Dropped.")

    def do_inventory(self, *_):
        print("You carry", " and ".join(self.bag) if self.bag else "nothing", end=".\n")

    def do_use(self, item="", *_):
        if item == "key" and item in self.bag and self.room == "cellar":
            raise GameOver("The lock clicks. You are free!")
        print("Nothing happens.")

    def execute(self, line):
        line = SHORTCUTS.get(line, line)
        verb, *rest = line.split()
        method = self.commands.get(verb)
        if method is None:
            print(f"I do not know how to {verb}.")
            return
        self.moves += 1
        method(*rest)


def main():
    game = Game()
    game.do_look()
    try:
        for line in sys.stdin:
            line = line.strip().lower()
            if not line:
                continue
            print(">", line)
            if line == "quit":
                break
            game.execute(line)
    except GameOver as end:
        print(end)
    score = 10 * len(game.visited) + 5 * len(game.bag) - game.moves
    print(f"{game.moves} moves, {len(game.visited)} of {len(ROOMS)} rooms, score {score}")


main()
