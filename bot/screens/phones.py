"""Phone numbers as people write them."""


def phone(number: str | None) -> str:
    """``+48600100200`` as people write it: ``600 100 200``; foreign numbers with their prefix."""
    digits = (number or "").removeprefix("+48")
    if len(digits) == 9 and digits.isdecimal():
        return f"{digits[:3]} {digits[3:6]} {digits[6:]}"
    return number or ""
