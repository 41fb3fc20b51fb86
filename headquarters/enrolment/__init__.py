"""Joining a team: invitations with a one-time code, and what a laptop gets for one."""
