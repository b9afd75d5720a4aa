"""Numbers as text, and tables in Markdown."""

import statistics


def digits(value):
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"


def median_and_range(values):
    if len(values) == 1:
        return digits(values[0])
    return f"{digits(statistics.median(values))} ({digits(min(values))} to {digits(max(values))})"


def print_table(header, rows):
    """The first column is text, the others are numbers."""
    print("| " + " | ".join(header) + " |")
    print("|---|" + "---:|" * (len(header) - 1))
    for row in rows:
        print("| " + " | ".join(row) + " |")


def print_corpus(results, rounds):
    """One line that says what was measured. `results` are measures of builds."""
    last = results[-1]
    times = "1 round" if rounds == 1 else f"{rounds} rounds"
    print(f"{last['reports']:,} reports, {last['text_bytes'] / 1e6:.1f} MB of text, {times}\n")
