"""Read sales from CSV, print a table per region and write a summary as CSV."""
import csv
import io
import sys

DATA = '''date,region,product,units,price
2024-01-03,North,"Widget, large",10,2.50
2024-01-03,South,Gadget,3,19.99
2024-01-15,North,Gadget,1,19.99
2024-02-01,East,"The ""best"" widget",7,4.00
2024-02-09,South,"Widget, large",-2,2.50
2024-02-10,South,Gizmo,abc,1.00
2024-02-11,East,Gizmo
'''


def load(text):
    rows, rejected = [], []
    for row in csv.DictReader(io.StringIO(text)):
        try:
            row["units"] = int(row["units"])
            row["price"] = float(row["price"])
        except (TypeError, ValueError) as e:
            rejected.append((row["date"], type(e).__name__))
            continue
        row["total"] = row["units"] * row["price"]
        rows.append(row)
    return rows, rejected


def table(rows, columns):
    cells = [[f"{r[c]:.2f}" if isinstance(r[c], float) else str(r[c]) for c in columns] for r in rows]
    widths = [max([len(c)] + [len(line[i]) for line in cells]) for i, c in enumerate(columns)]
    print(" | ".join(c.upper().center(w) for c, w in zip(columns, widths)))
    print("-+-".join("-" * w for w in widths))
    for row, line in zip(rows, cells):
        aligned = [
            text.ljust(w) if isinstance(row[c], str) else text.rjust(w)
            for c, text, w in zip(columns, line, widths)
        ]
        print(" | ".join(aligned).rstrip())


rows, rejected = load(DATA)
regions = sorted({r["region"] for r in rows})
for region in regions:
    print(f"\n{region}")
    table([r for r in rows if r["region"] == region], ["date", "product", "units", "price", "total"])

print("\nrejected:", rejected)

totals = {}
for r in rows:
    key = (r["region"], r["date"][:7])
    totals[key] = totals.get(key, 0) + r["total"]

out = io.StringIO()
writer = csv.writer(out, lineterminator="\n")
months = sorted({month for _, month in totals})
writer.writerow(["region", *months, "note"])
for region in regions:
    amounts = [round(totals.get((region, m), 0), 2) for m in months]
    note = "return, check" if min(amounts) < 0 else ""
    writer.writerow([region, *amounts, note])
sys.stdout.write("\n" + out.getvalue())
print("sum", round(sum(totals.values()), 2))
