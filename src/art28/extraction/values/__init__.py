"""What words say of a number, a period, an amount, a day, a country, a register or a place in the text."""
