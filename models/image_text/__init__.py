"""Makes packs of image-text models out of checkpoints as their authors publish them.

A checkpoint comes as a folder (a snapshot of a model hub, or the ONNX layout of transformers.js) and leaves
as a pack that ``engine.packs`` installs and ``engine.vision`` runs: exported, quantised, held against the
original, measured, signed. This package is the only place that knows torch and transformers; the engine never
sees it.
"""
