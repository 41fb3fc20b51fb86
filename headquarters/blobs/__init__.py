"""Files that laptops send, known by the hash of their content: images, thumbnails, bodies of readings."""
