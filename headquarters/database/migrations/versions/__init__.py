"""The steps. A step that has been released is never changed; a mistake in it is mended by a later one."""
