"""From the pixels of an upright page to its lines of text: detect, recognise, combine, order."""
