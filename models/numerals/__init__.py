"""Makes the network that reads numbers in Arabic-Indic digits (٠١٢٣٤٥٦٧٨٩), and nothing else.

Lines are drawn on the fly (:mod:`texts`, :mod:`drawing`), a small convolutional network learns to spell them
(:mod:`network`, :mod:`training`, with torch), is measured on fonts that it never saw (:mod:`measuring`), and
written as a pack (:mod:`packing`). :mod:`installing` puts the pack that comes with Sanduku where the user's
packs lie; it needs no torch.
"""
