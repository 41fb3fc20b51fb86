"""The window: what a person sees and touches. Stands on the engine's faces and never runs a model."""
