"""What goes between a laptop and headquarters, as values and as bytes. Knows neither library nor network."""
