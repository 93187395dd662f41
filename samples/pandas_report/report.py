from pathlib import Path

import pandas as pd

SALES = Path(__file__).with_name("sales.csv")


def revenue_by_region(sales: pd.DataFrame) -> pd.DataFrame:
    sales["revenue"] = sales["units"] * sales["price"]
    large = sales[sales["revenue"] > 100]
    return (
        large.groupby("region")["revenue"]
        .agg(["sum", "mean", "count"])
        .sort_values("sum", ascending=False)
    )


def main() -> None:
    sales = pd.read_csv(SALES, parse_dates=["date"])
    print(revenue_by_region(sales))
    print(f"total: {sales['revenue'].sum():.2f}")


if __name__ == "__main__":
    main()
