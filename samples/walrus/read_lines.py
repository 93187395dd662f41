total = 0
while (line := input("number, or nothing to stop: ")) != "":
    if not line.lstrip("-").isdigit():
        print(f"{line!r} is not a number")
        continue
    total += int(line)

print(f"The sum is {total}.")
