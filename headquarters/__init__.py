"""The headquarters server: laptops send it their change logs and files, people review there, and it answers."""
