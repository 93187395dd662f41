"""Warehouse inventory: stock movements, valuation and a reorder list."""

from dataclasses import asdict, dataclass, field, replace
from typing import ClassVar, Iterator


@dataclass(order=True)
class Item:
    sku: str
    name: str = field(compare=False)
    quantity: int = field(default=0, compare=False)
    unit_price: float = field(default=0.0, compare=False)
    tags: set[str] = field(default_factory=set, compare=False, repr=False)

    MIN_STOCK: ClassVar[int] = 5

    def __post_init__(self) -> None:
        if self.quantity < 0:
            raise ValueError(f"{self.sku}: negative quantity")
        self.sku = self.sku.upper()

    @property
    def value(self) -> float:
        return self.quantity * self.unit_price


class OutOfStock(Exception):
    def __init__(self, item: Item, wanted: int) -> None:
        self.item = item
        self.wanted = wanted
        super().__init__(f"{item.name}: wanted {wanted}, have {item.quantity}")


class Inventory:
    def __init__(self) -> None:
        self._items: dict[str, Item] = {}

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, sku: str) -> bool:
        return sku.upper() in self._items

    def __iter__(self) -> Iterator[Item]:
        return iter(sorted(self._items.values()))

    def __getitem__(self, sku: str) -> Item:
        return self._items[sku.upper()]

    def receive(self, item: Item) -> None:
        known = self._items.get(item.sku)
        if known is None:
            self._items[item.sku] = item
            return
        total = known.quantity + item.quantity
        price = (known.value + item.value) / total if total else known.unit_price
        self._items[item.sku] = replace(
            known, quantity=total, unit_price=round(price, 4), tags=known.tags | item.tags
        )

    def ship(self, sku: str, count: int) -> None:
        item = self[sku]
        if item.quantity < count:
            raise OutOfStock(item, count)
        item.quantity -= count

    def low_stock(self) -> list[tuple[str, int]]:
        low = [(i.name, Item.MIN_STOCK * 2 - i.quantity) for i in self if i.quantity < Item.MIN_STOCK]
        return sorted(low, key=lambda pair: pair[1], reverse=True)

    def by_tag(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for item in self:
            for tag in item.tags:
                index.setdefault(tag, []).append(item.sku)
        return dict(sorted(index.items()))


def main() -> None:
    inv = Inventory()
    inv.receive(Item("w-2", "washer", 200, 0.05, {"metal", "small"}))
    inv.receive(Item("b-1", "bolt", 40, 0.25, {"metal"}))
    inv.receive(Item("g-9", "glue", 6, 4.5))
    inv.receive(Item("b-1", "bolt", 10, 0.40, {"new"}))

    print(f"{len(inv)} items, glue in stock: {'g-9' in inv}, rope: {'r-1' in inv}")
    for sku, count in [("b-1", 47), ("g-9", 7), ("g-9", 4), ("x-0", 1)]:
        try:
            inv.ship(sku, count)
        except OutOfStock as exc:
            print("out of stock:", exc)
        except KeyError as exc:
            print("unknown sku:", exc)

    print(f"{'sku':<5}{'name':<10}{'qty':>5}{'price':>9}{'value':>9}")
    for item in inv:
        print(f"{item.sku:<5}{item.name:<10}{item.quantity:>5}{item.unit_price:>9.3f}{item.value:>9.2f}")
    print("total value:", round(sum(item.value for item in inv), 2))
    print("reorder:", inv.low_stock())
    print("tags:", inv.by_tag())
    print(inv["b-1"])
    print({k: v for k, v in asdict(inv["g-9"]).items() if k != "tags"})
    try:
        Item("q-1", "quill", -1)
    except ValueError as exc:
        print("error:", exc)


if __name__ == "__main__":
    main()
