"""Many laptops at once: what headquarters takes, how fast it answers, and what it needs for that."""
