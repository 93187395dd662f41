class VendingError(Exception):
    pass


class SoldOut(VendingError):
    pass


class NotEnoughMoney(VendingError):
    def __init__(self, missing):
        self.missing = missing
        VendingError.__init__(self, "insert %d more cents" % missing)


class VendingMachine:
    COINS = (200, 100, 50, 20, 10, 5)

    def __init__(self, slots):
        # slots: code -> [name, price, count]
        self.slots = slots
        self.state = "idle"
        self.credit = 0
        self.coin_box = dict.fromkeys(self.COINS, 2)

    def insert(self, coin):
        if coin not in self.COINS:
            print("  rejected coin %s" % coin)
            return
        self.coin_box[coin] += 1
        self.credit += coin
        self.state = "has_money"
        print("  credit: %.2f" % (self.credit / 100))

    def select(self, code):
        if code not in self.slots:
            raise VendingError("no such slot: " + code)
        name, price, count = self.slots[code]
        if count == 0:
            raise SoldOut(name)
        if self.credit < price:
            raise NotEnoughMoney(price - self.credit)
        self.slots[code][2] -= 1
        self.credit -= price
        self.state = "dispensing"
        print("  *clunk* %s" % name)
        self.give_change()

    def give_change(self):
        coins = []
        for coin in self.COINS:
            while self.credit >= coin and self.coin_box[coin] > 0:
                self.coin_box[coin] -= 1
                self.credit -= coin
                coins.append(coin)
        if coins:
            print("  change:", *coins)
        if self.credit:
            print("  no coins for the last %d cents, sorry" % self.credit)
            self.credit = 0
        self.state = "idle"
        return coins


def run(machine, script):
    for step in script.split():
        print("> %s (%s)" % (step, machine.state))
        try:
            if step.isdigit():
                machine.insert(int(step))
            elif step == "cancel":
                machine.give_change()
            else:
                machine.select(step)
        except NotEnoughMoney as e:
            print("  please %s" % e)
        except SoldOut as e:
            print("  sold out: %s" % e)
        except VendingError as e:
            print("  error: %s" % e)


machine = VendingMachine({
    "A1": ["Crisps", 120, 2],
    "A2": ["Gum", 35, 1],
    "B1": ["Cola", 180, 0],
})
run(machine, "A1 100 7 50 A1 200 A2 50 A2 B1 Z9 cancel 20 20 cancel")
print("box:", machine.coin_box)
print("worth %.2f" % (sum(c * n for c, n in machine.coin_box.items()) / 100))
left = {name: count for name, _, count in machine.slots.values() if count}
print("left:", left)
