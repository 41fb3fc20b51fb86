"""What goes between a laptop and headquarters, as values and as bytes; knows neither a library nor a network."""
