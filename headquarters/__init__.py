"""The headquarters server: laptops send their change logs and files, people review them, answers go back."""
