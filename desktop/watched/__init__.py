"""The watched folder: what is put into it is added by itself. Off until a person chooses one."""
