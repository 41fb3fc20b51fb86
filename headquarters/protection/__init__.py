"""What stands between strangers and the rest: sizes, slow senders, rates, headers, errors, the log."""
