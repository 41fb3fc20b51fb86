"""Every figure that the README states, measured side by side with its peer."""
