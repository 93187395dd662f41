"""Convert between units of length, weight and temperature."""

FACTORS = {
    "length": {"m": 1, "km": 1000, "cm": 0.01, "in": 0.0254, "ft": 0.3048, "mi": 1609.344},
    "weight": {"kg": 1, "g": 0.001, "lb": 0.45359237, "oz": 0.028349523125},
}
TO_KELVIN = {"C": lambda t: t + 273.15, "F": lambda t: (t + 459.67) * 5 / 9, "K": lambda t: t}
FROM_KELVIN = {"C": lambda k: k - 273.15, "F": lambda k: k * 9 / 5 - 459.67, "K": lambda k: k}


def convert(value, source, target):
    if source in TO_KELVIN and target in FROM_KELVIN:
        return FROM_KELVIN[target](TO_KELVIN[source](value))
    for factors in FACTORS.values():
        if source in factors and target in factors:
            return value * factors[source] / factors[target]
    raise ValueError(f"cannot convert {source} to {target}")


for query in ("26.2 mi km", "6 ft cm", "150 lb kg", "-40 F C", "100 C F", "1 km oz", "ten m ft"):
    try:
        amount, source, target = query.split()
        print(f"{query:<12} = {convert(float(amount), source, target):.3f} {target}")
    except ValueError as e:
        print(f"{query:<12} ! {e}")

lengths = FACTORS["length"]
print("\n      " + "".join(f"{unit:>11}" for unit in lengths))
for row in lengths:
    print(f"1 {row:<4}" + "".join(f"{convert(1, row, col):>11.4g}" for col in lengths))
