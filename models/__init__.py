"""The toolchain that makes the model packs which the engine reads; the engine never imports it."""
