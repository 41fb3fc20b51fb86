"""What goes over the JSON API, as values that describe themselves."""
